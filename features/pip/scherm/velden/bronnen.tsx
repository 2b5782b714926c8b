import { useQuery } from '@tanstack/react-query';
import { createContext, type KeyboardEvent, type ReactNode, useContext } from 'react';
import { api, type Problem } from '../../../../web/api.ts';
import { formatDate } from '../../../../web/dates.ts';
import { SourceLabel } from '../../../../web/ui/data/Badge.tsx';
import { Kbd } from '../../../../web/ui/layout/Kbd.tsx';
import type { BronVeld, PipBron, PipBronnen } from '../../pip.schema.ts';

const Bronnen = createContext<PipBronnen | undefined>(undefined);

/** Wat het dossier bij elk veld weet; laadt het formulier niet trager als het nog niet binnen is. */
export function BronnenGever({
  dossierId,
  pipId,
  children,
}: {
  dossierId: string;
  pipId: string;
  children: ReactNode;
}) {
  const { data } = useQuery<PipBronnen, Problem>({
    queryKey: ['pip-bronnen', dossierId, pipId],
    queryFn: ({ signal }) =>
      api.get<PipBronnen>(`/v1/dossiers/${dossierId}/pips/${pipId}/bronnen`, { signal }),
  });
  return <Bronnen.Provider value={data}>{children}</Bronnen.Provider>;
}

export const useBronnen = () => useContext(Bronnen);

/** Met Alt en een cijfer is een bron over te nemen zonder de muis. */
const MET_TOETS = 9;

const metBron = (b: PipBron) =>
  `${b.tekst} (${b.bron}${b.datum ? `, ${formatDate(b.datum, 'datum')}` : ''})`;

/** De tekst met een zin erbij; wat er al staat komt er geen tweede keer in. */
function voegToe(oud: string, zin: string): string {
  if (oud.includes(zin)) return oud;
  return oud.trim() === '' ? zin : `${oud.trimEnd()}\n${zin}`;
}

type Props = {
  veld: BronVeld;
  value: string;
  onChange: (waarde: string) => void;
  /** Zet de bron achter de zin; in een brief aan de persoon hoort zij niet. */
  bronErbij?: boolean;
  /** Begint dicht: in een smalle kolom staat de lijst anders voor de tekst. */
  dicht?: boolean;
  children: ReactNode;
};

/** Een tekstveld met de antwoorden uit het dossier eronder, met één toets over te nemen. */
export function MetBronnen({
  veld,
  value,
  onChange,
  bronErbij = false,
  dicht = false,
  children,
}: Props) {
  const bronnen = useBronnen()?.bronnen[veld] ?? [];
  const neemOver = (b: PipBron) => onChange(voegToe(value, bronErbij ? metBron(b) : b.tekst));
  const bijToets = (e: KeyboardEvent) => {
    const cijfer = /^Digit([1-9])$/.exec(e.code)?.[1];
    const bron = e.altKey && cijfer ? bronnen[Number(cijfer) - 1] : undefined;
    if (!bron) return;
    e.preventDefault();
    neemOver(bron);
  };
  if (bronnen.length === 0) return <>{children}</>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: vangt alleen de toetsen van het veld erin
    <div className="pip-bronnen" onKeyDown={bijToets}>
      {children}
      <details className="pip-bronnen__lijst" open={!dicht && value.trim() === ''}>
        <summary>
          Uit het dossier ({bronnen.length}){' '}
          <span className="m-quiet">
            <Kbd>Alt</Kbd> + cijfer neemt over
          </span>
        </summary>
        <ol>
          {bronnen.map((b, i) => (
            <li key={`${b.feitId}${b.tekst}`}>
              <button type="button" className="pip-bron" onClick={() => neemOver(b)}>
                {i < MET_TOETS && <Kbd>{String(i + 1)}</Kbd>}
                <span>{b.tekst}</span>
                <SourceLabel bron={b.bron} />
                {b.datum && <span className="m-quiet">{formatDate(b.datum, 'datum')}</span>}
              </button>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
