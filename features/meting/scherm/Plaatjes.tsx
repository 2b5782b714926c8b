import type { ReactNode } from 'react';
import type { MetingVraag } from '../dimensies.schema.ts';

/** Eén lijnenset: wat de vraag bedoelt, zonder woorden. De vraag zelf staat er altijd bij. */
const TEKENING: Record<MetingVraag, ReactNode> = {
  'lichaam-voelt': (
    <>
      <circle cx="48" cy="20" r="9" />
      <path d="M48 30v26M48 36l-20-10M48 36l20-10M48 56L36 82M48 56l12 26" />
    </>
  ),
  'lichaam-slaap': (
    <>
      <path d="M12 70V40M12 62h72v8M84 62V52a8 8 0 0 0-8-8H34v18" />
      <circle cx="24" cy="52" r="6" />
      <path d="M60 14h12L60 28h12M76 8h8l-8 9h8" />
    </>
  ),
  'mentaal-rust': (
    <>
      <path d="M62 84V70c10-5 16-15 16-27C78 25 64 12 46 12S16 26 16 43c0 4 1 7 3 10l-7 11h8v10c0 4 3 6 7 6h9" />
      <path d="M32 40c6-6 10 6 16 0s10 6 16 0" />
    </>
  ),
  'mentaal-gevoel': (
    <path d="M48 82C24 64 12 50 12 34c0-11 8-19 18-19 8 0 14 4 18 12 4-8 10-12 18-12 10 0 18 8 18 19 0 16-12 30-36 48z" />
  ),
  'zin-toekomst': (
    <>
      <path d="M8 62h80M26 62a22 22 0 0 1 44 0M48 30V18M70 40l8-8M26 40l-8-8M84 56l6-2M12 56l-6-2" />
      <path d="M40 88l6-20M56 88l-6-20" />
    </>
  ),
  'zin-belangrijk': <path d="M48 10l11 24 26 3-19 18 5 26-23-13-23 13 5-26-19-18 26-3z" />,
  'leven-nu': (
    <>
      <path d="M48 86V42M48 58c-16 0-22-8-22-18 14 0 22 6 22 18zM48 50c14 0 20-7 20-16-13 0-20 6-20 16z" />
      <circle cx="48" cy="22" r="8" />
      <path d="M24 86h48" />
    </>
  ),
  'leven-veilig': (
    <>
      <path d="M48 8l32 12v24c0 20-13 34-32 42-19-8-32-22-32-42V20z" />
      <path d="M34 46l10 11 18-22" />
    </>
  ),
  'meedoen-mensen': (
    <>
      <circle cx="30" cy="28" r="9" />
      <circle cx="66" cy="28" r="9" />
      <path d="M14 80V62a16 16 0 0 1 32 0v18M50 80V62a16 16 0 0 1 32 0v18M30 44l18 10 18-10" />
    </>
  ),
  'meedoen-thuis': (
    <>
      <path d="M10 46L48 14l38 32M20 40v44h56V40" />
      <path d="M48 74c-9-7-13-12-13-18a7 7 0 0 1 13-4 7 7 0 0 1 13 4c0 6-4 11-13 18z" />
    </>
  ),
  'dag-regelen': (
    <>
      <path d="M20 14h56v70H20zM32 8v12M64 8v12M20 30h56" />
      <path d="M30 46l5 5 8-10M30 66l5 5 8-10M52 48h14M52 68h14" />
    </>
  ),
  'dag-energie': <path d="M54 8L22 54h22l-6 34 36-50H50z" />,
};

/** De tekening bij een vraag. */
export function Plaatje({ vraag }: { vraag: MetingVraag }) {
  return (
    <svg className="vragen-plaatje" viewBox="0 0 96 96" aria-hidden="true" focusable="false">
      {TEKENING[vraag]}
    </svg>
  );
}

const MOND = { laag: 'M22 46c6-8 22-8 28 0', hoog: 'M22 40c6 9 22 9 28 0' };

/** Een gezicht bij het eind van de schaal. */
export function Gezicht({ kant }: { kant: keyof typeof MOND }) {
  return (
    <svg className="vragen-gezicht" viewBox="0 0 72 72" aria-hidden="true" focusable="false">
      <circle cx="36" cy="36" r="28" />
      <path d="M26 28v.01M46 28v.01" strokeWidth="6" />
      <path d={MOND[kant]} />
    </svg>
  );
}
