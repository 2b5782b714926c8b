import { useState } from 'react';
import type { Ik } from '../../web/ik.ts';
import { SearchField } from '../../web/ui/form/SearchField.tsx';
import { Icon } from '../../web/ui/layout/Icon.tsx';
import { Menu, type MenuItem } from '../../web/ui/layout/Menu.tsx';
import { DOELGROEP, LEERROUTE, SCHAKEL, TOESTAND } from '../shared/woorden.schema.ts';
import { TERMIJN, VOORSTEL } from './tonen.ts';
import type { WerkvoorraadFilters } from './werkvoorraad.schema.ts';

/** Filters en volgorde zoals zij in het adres staan: woorden, nooit een persoon. */
export type Keuze = Omit<WerkvoorraadFilters, 'pageSize'>;

const ENKEL = [
  'bereik',
  'doelgroep',
  'leerroute',
  'voorstel',
  'termijn',
  'toestand',
  'sorteer',
] as const;
const SLEUTELS = [...ENKEL, 'gemeenten', 'schakel', 'uitgesteld', 'aflopend', 'pagina', 'lijst'];

/** De keuze in een adres; wat niet bestaat weigert de server met een zin. */
export function leesKeuze(zoek: Record<string, string>): Keuze {
  const enkel = ENKEL.flatMap((naam) => (zoek[naam] ? [[naam, zoek[naam]]] : []));
  return {
    ...Object.fromEntries(enkel),
    ...(zoek.gemeenten ? { gemeenten: zoek.gemeenten.split(',') } : {}),
    ...(zoek.schakel ? { schakel: Number(zoek.schakel) } : {}),
    ...(zoek.uitgesteld === 'ja' ? { uitgesteld: true } : {}),
    ...(zoek.aflopend === 'ja' ? { aflopend: true } : {}),
  };
}

/** Een keuze als delen van een adres; wat leeg is verdwijnt eruit. */
export function naarAdres(keuze: Keuze): Record<string, string> {
  const delen = Object.entries(keuze).map(([naam, waarde]) => {
    if (Array.isArray(waarde)) return [naam, waarde.join(',')];
    if (typeof waarde === 'boolean') return [naam, waarde ? 'ja' : ''];
    return [naam, waarde === undefined ? '' : String(waarde)];
  });
  return {
    ...Object.fromEntries(SLEUTELS.map((naam) => [naam, ''])),
    ...Object.fromEntries(delen),
  };
}

type Zet = (wijziging: Partial<Keuze>) => void;
type Enkel = 'doelgroep' | 'leerroute' | 'voorstel' | 'termijn' | 'toestand' | 'schakel';

const KEUZES: { naam: Enkel; label: string; opties: Record<string, string> }[] = [
  { naam: 'doelgroep', label: 'Doelgroep', opties: DOELGROEP },
  { naam: 'leerroute', label: 'Route', opties: LEERROUTE },
  { naam: 'termijn', label: 'Termijn', opties: TERMIJN },
];
const MEER: typeof KEUZES = [
  { naam: 'voorstel', label: 'Voorstel', opties: VOORSTEL },
  { naam: 'schakel', label: 'Schakel', opties: SCHAKEL },
  { naam: 'toestand', label: 'Plicht', opties: TOESTAND },
];

function waarde(naam: Enkel, optie: string): Partial<Keuze> {
  return { [naam]: naam === 'schakel' ? Number(optie) : optie } as Partial<Keuze>;
}

function KeuzeMenu({ keuze, zet, soort }: { keuze: Keuze; zet: Zet; soort: (typeof KEUZES)[0] }) {
  const nu = keuze[soort.naam];
  const gekozen = nu === undefined ? undefined : soort.opties[String(nu)];
  const items: MenuItem[] = [
    { naam: 'alle', gekozen: !gekozen, onChoose: () => zet({ [soort.naam]: undefined }) },
    ...Object.entries(soort.opties).map(([optie, naam]) => ({
      naam,
      gekozen: optie === String(nu),
      onChoose: () => zet(waarde(soort.naam, optie)),
    })),
  ];
  return <Menu look="quiet" label={`${soort.label}: ${gekozen ?? 'alle'}`} items={items} />;
}

function GemeenteMenu({ keuze, zet, ik }: { keuze: Keuze; zet: Zet; ik: Ik }) {
  const gekozen = keuze.gemeenten ?? [];
  const [eerste] = ik.gemeenten.filter((g) => gekozen.includes(g.code));
  const label = gekozen.length > 1 ? `${gekozen.length} gekozen` : (eerste?.naam ?? 'alle');
  return (
    <Menu look="quiet" label={`Gemeente: ${label}`} items={[]}>
      <fieldset className="m-menu__checks">
        <legend>Gemeenten tonen</legend>
        {ik.gemeenten.map((g) => (
          <label key={g.id}>
            <input
              type="checkbox"
              checked={gekozen.includes(g.code)}
              onChange={(event) => {
                const rest = gekozen.filter((code) => code !== g.code);
                zet({ gemeenten: event.target.checked ? [...rest, g.code] : rest });
              }}
            />
            {g.naam}
          </label>
        ))}
      </fieldset>
    </Menu>
  );
}

type Chip = { id: string; tekst: string; weg: () => void };

function chips(keuze: Keuze, zet: Zet, ik: Ik): Chip[] {
  const enkel = [...KEUZES, ...MEER].flatMap(({ naam, label, opties }) => {
    const nu = keuze[naam];
    const tekst = `${label}: ${opties[String(nu)] ?? nu}`;
    return nu === undefined ? [] : [{ id: naam, tekst, weg: () => zet({ [naam]: undefined }) }];
  });
  const gemeenten = (keuze.gemeenten ?? []).map((code) => ({
    id: code,
    tekst: ik.gemeenten.find((g) => g.code === code)?.naam ?? `gemeente ${code}`,
    weg: () => zet({ gemeenten: keuze.gemeenten?.filter((c) => c !== code) }),
  }));
  const uitgesteld = {
    id: 'uitgesteld',
    tekst: 'uitgesteld',
    weg: () => zet({ uitgesteld: undefined }),
  };
  return [...gemeenten, ...enkel, ...(keuze.uitgesteld ? [uitgesteld] : [])];
}

/** Zonder één filter; bereik en volgorde blijven. */
export const LEEG: Partial<Keuze> = {
  gemeenten: undefined,
  doelgroep: undefined,
  leerroute: undefined,
  voorstel: undefined,
  termijn: undefined,
  toestand: undefined,
  schakel: undefined,
  uitgesteld: undefined,
};

/** Wat er is gekozen, elk met een knop om het weg te halen. */
export function Chips({ keuze, zet, ik }: { keuze: Keuze; zet: Zet; ik: Ik }) {
  const alle = chips(keuze, zet, ik);
  if (alle.length === 0) return null;
  return (
    <ul className="werk-chips" aria-label="Gekozen filters">
      {alle.map((chip) => (
        <li key={chip.id}>
          <button type="button" className="werk-chip" onClick={chip.weg}>
            {chip.tekst} <Icon name="sluit" size={14} />
            <span className="m-hidden"> (weghalen)</span>
          </button>
        </li>
      ))}
      {alle.length > 1 && (
        <li>
          <button type="button" className="m-plain-button" onClick={() => zet(LEEG)}>
            Alles weghalen
          </button>
        </li>
      )}
    </ul>
  );
}

type FiltersProps = {
  keuze: Keuze;
  zet: Zet;
  ik: Ik;
  zoek: string;
  onZoek: (zoek: string) => void;
};

/** De filters als menu's op één regel; de minder gebruikte onder 'Meer'. */
export function Filters({ keuze, zet, ik, zoek, onZoek }: FiltersProps) {
  const [meer, setMeer] = useState(MEER.some(({ naam }) => keuze[naam] !== undefined));
  return (
    <div className="werk-filters">
      <SearchField
        label="Zoek in deze lijst op naam, BSN of V-nummer"
        placeholder="Naam, BSN of V-nummer"
        value={zoek}
        onChange={onZoek}
      />
      {ik.gemeenten.length > 1 && <GemeenteMenu keuze={keuze} zet={zet} ik={ik} />}
      {KEUZES.map((soort) => (
        <KeuzeMenu key={soort.naam} keuze={keuze} zet={zet} soort={soort} />
      ))}
      {meer &&
        MEER.map((soort) => <KeuzeMenu key={soort.naam} keuze={keuze} zet={zet} soort={soort} />)}
      {meer && (
        <button
          type="button"
          className="m-menu-button m-menu-button--quiet"
          aria-pressed={keuze.uitgesteld ?? false}
          onClick={() => zet({ uitgesteld: keuze.uitgesteld ? undefined : true })}
        >
          {keuze.uitgesteld ? 'Uitgesteld: alleen die' : 'Uitgesteld: verborgen'}
        </button>
      )}
      <button
        type="button"
        className="m-plain-button"
        aria-expanded={meer}
        onClick={() => setMeer(!meer)}
      >
        {meer ? 'Minder filters' : 'Meer filters'}
      </button>
    </div>
  );
}
