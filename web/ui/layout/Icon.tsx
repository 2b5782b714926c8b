const PATHS = {
  vandaag: 'M12 7v5l3 2M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z',
  mensen:
    'M15 19v-1a4 4 0 0 0-4-4H7a4 4 0 0 0-4 4v1M9 10.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM21 19v-1a4 4 0 0 0-3-3.8M15.5 3.8a3.5 3.5 0 0 1 0 6.6',
  postvak:
    'M3 13h5l1.5 3h5L16 13h5M5.5 5h13L21 13v5a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 18v-5z',
  verdeling: 'M12 3v6M12 9H6v4M12 9h6v4M3.5 13h5v6h-5zM15.5 13h5v6h-5z',
  verzendingen: 'M4 12h13M12 6l6 6-6 6M4 5v14',
  tijd: 'M3 12a9 9 0 1 0 3-6.7L3 8M3 3v5h5M12 8v4l3 2',
  zoek: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM20 20l-5-5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  sluit: 'M6 6l12 12M18 6L6 18',
  omlaag: 'M6 9l6 6 6-6',
  omhoog: 'M6 15l6-6 6 6',
  rechts: 'M9 6l6 6-6 6',
  links: 'M15 6l-6 6 6 6',
  vink: 'M4.5 12.5l5 5 10-11',
  letop: 'M12 4l9 16H3zM12 10v4M12 17v.01',
  info: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 11v5M12 8v.01',
  weiger: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM6 6l12 12',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  boek: 'M12 6v14M12 6c-2-1.5-5-2-9-2v14c4 0 7 .5 9 2 2-1.5 5-2 9-2V4c-4 0-7 .5-9 2z',
  agenda: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  brief: 'M3 6h18v12H3zM3 7l9 6 9-6',
  kolommen: 'M4 5h16v14H4zM9.5 5v14M14.5 5v14',
  exporteer: 'M12 4v11M8 11l4 4 4-4M4 19h16',
  plus: 'M12 5v14M5 12h14',
  maan: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z',
  uit: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
  verbinding: 'M9 8V3M15 8V3M6 8h12v4a6 6 0 0 1-12 0zM12 18v3',
  proef: 'M9 3h6M10 3v6l-5.2 9a2 2 0 0 0 1.7 3h11a2 2 0 0 0 1.7-3L14 9V3M7.5 15h9',
  slot: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
} as const;

export type IconName = keyof typeof PATHS;

/** One line set, 1.8 px; decoration only: a word always stands beside it. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="m-icon"
      aria-hidden="true"
      focusable="false"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={(1.8 * 24) / Math.max(size, 16)}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
