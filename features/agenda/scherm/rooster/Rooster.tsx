import type { CSSProperties } from 'react';
import type { Datum } from '../../../../rules/shared/datum.ts';
import { formatDate } from '../../../../web/dates.ts';
import { Icon } from '../../../../web/ui/layout/Icon.tsx';
import { type AgendaAfspraak, SOORTEN } from '../../agenda.schema.ts';
import {
  alsTijd,
  type Bundel,
  bundel,
  type Geplaatst,
  plaats,
  urenVan,
  vraagt,
} from './rooster.ts';

const HALF_UUR = 30;
const plek = (waarden: Record<string, number>): CSSProperties =>
  Object.fromEntries(Object.entries(waarden).map(([k, v]) => [`--${k}`, v])) as CSSProperties;

/** 'Dawit Haile', 'Dawit Haile en 2 anderen'. */
function wie({ items }: Bundel): string {
  const meer = items.length - 1;
  if (meer === 0) return items[0].naam;
  return `${items[0].naam} en ${meer} ${meer === 1 ? 'ander' : 'anderen'}`;
}

const UITKOMST = {
  verschenen: 'geweest',
  'niet-verschenen': 'niet verschenen',
  afgezegd: 'gaat niet door',
} as const;

/** Wat er bij een afspraak te zeggen is, in woorden. */
function stempel(i: AgendaAfspraak, vandaag: string): string | null {
  if (i.uitkomst) return UITKOMST[i.uitkomst.uitkomst];
  const nodig = vraagt(i, vandaag);
  if (nodig === 'uitkomst') return 'was de persoon er?';
  if (nodig === 'bericht') return 'brief zelf geven';
  return i.tolkTaal && !i.tolk ? 'nog geen tolk' : null;
}

type BlokProps = { bundel: Bundel; vandaag: string; open: (b: Bundel) => void };

/** Eén afspraak als knop, in het rooster en in de lijst. */
function Blok({ bundel: b, vandaag, open }: BlokProps) {
  const [eerste] = b.items;
  const zegt = stempel(eerste, vandaag);
  return (
    <button
      type="button"
      className={`agenda-blok agenda-blok--${eerste.soort} ${eerste.uitkomst?.uitkomst === 'afgezegd' ? 'agenda-blok--weg' : ''}`}
      data-afspraak={b.sleutel}
      onClick={() => open(b)}
    >
      <span className="agenda-blok__tijd">
        {eerste.tijd}–{eerste.einde}
      </span>
      <span className="agenda-blok__wie">{wie(b)}</span>
      {zegt && <span className="agenda-blok__zegt">{zegt}</span>}
      <span className="agenda-blok__wat">
        {SOORTEN[eerste.soort]}
        {eerste.tolkTaal && ` · tolk ${eerste.tolkTaal}`}
      </span>
    </button>
  );
}

type RoosterProps = {
  dagen: readonly Datum[];
  items: readonly AgendaAfspraak[];
  vandaag: string;
  open: (b: Bundel) => void;
  /** Ontbreekt als deze gebruiker niet mag plannen. */
  kies?: ((datum: Datum, tijd: string) => void) | undefined;
};

function Dagkolom({
  dag,
  blokken,
  uren,
  vandaag,
  open,
  kies,
}: Omit<RoosterProps, 'dagen' | 'items'> & {
  dag: Datum;
  blokken: Geplaatst[];
  uren: { van: number; tot: number };
}) {
  const halveUren = Array.from(
    { length: (uren.tot - uren.van) * 2 },
    (_, i) => uren.van * 60 + i * HALF_UUR,
  );
  return (
    <li className="agenda-dag" aria-label={formatDate(dag, 'lang')}>
      {kies &&
        halveUren.map((m) => (
          // Met de muis; met het toetsenbord gaat plannen met N, waar de vrije tijden staan.
          <button
            key={m}
            type="button"
            tabIndex={-1}
            className="agenda-vrij"
            style={plek({ begin: m - uren.van * 60 })}
            aria-label={`Plannen op ${formatDate(dag, 'lang')} om ${alsTijd(m)}`}
            onClick={() => kies(dag, alsTijd(m))}
          >
            <span aria-hidden="true">
              <Icon name="plus" size={14} /> {alsTijd(m)}
            </span>
          </button>
        ))}
      <ol>
        {blokken.map((b) => (
          <li
            key={b.sleutel}
            className="agenda-plek"
            style={plek({
              begin: b.begin - uren.van * 60,
              duur: b.duur,
              baan: b.baan,
              banen: b.banen,
            })}
          >
            <Blok bundel={b} vandaag={vandaag} open={open} />
          </li>
        ))}
      </ol>
    </li>
  );
}

const heleUren = ({ van, tot }: { van: number; tot: number }): string[] =>
  Array.from({ length: tot - van }, (_, i) => alsTijd((van + i) * 60));

/** Dagen naast elkaar, met de tijd van boven naar beneden. */
export function Rooster({ dagen, items, ...rest }: RoosterProps) {
  const uren = urenVan(items);
  const perDag = Map.groupBy(items, (i) => i.datum);
  return (
    <div
      className="agenda-rooster"
      style={plek({ uren: uren.tot - uren.van, dagen: dagen.length })}
    >
      <ol className="agenda-koppen" aria-hidden="true">
        {dagen.map((dag) => (
          <li
            key={dag}
            className={dag === rest.vandaag ? 'agenda-kop agenda-kop--nu' : 'agenda-kop'}
          >
            {formatDate(dag, 'lang').replace(/ \d{4}$/, '')}
          </li>
        ))}
      </ol>
      <div className="agenda-veld">
        <ol className="agenda-uren" aria-hidden="true">
          {heleUren(uren).map((tijd) => (
            <li key={tijd}>{tijd}</li>
          ))}
        </ol>
        <ol className="agenda-dagen">
          {dagen.map((dag) => (
            <Dagkolom
              key={dag}
              {...rest}
              dag={dag}
              uren={uren}
              blokken={plaats(bundel(perDag.get(dag) ?? []))}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}

/** Alles onder elkaar, per dag: voor een telefoon en voor wie van lijsten houdt. */
export function Lijst({ items, vandaag, open }: Pick<RoosterProps, 'items' | 'vandaag' | 'open'>) {
  const perDag = [...Map.groupBy(items, (i) => i.datum)];
  return (
    <ol className="agenda-lijst">
      {perDag.map(([dag, deel]) => (
        <li key={dag}>
          <h2
            className={dag === vandaag ? 'agenda-lijst__dag agenda-kop--nu' : 'agenda-lijst__dag'}
          >
            {formatDate(dag, 'lang')}
            {dag === vandaag && ' (vandaag)'}
          </h2>
          <ol className="agenda-lijst__dagdeel">
            {bundel(deel).map((b) => (
              <li key={b.sleutel}>
                <Blok bundel={b} vandaag={vandaag} open={open} />
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
