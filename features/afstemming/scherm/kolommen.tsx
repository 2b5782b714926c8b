import { formatDate, formatMoment } from '../../../web/dates.ts';
import { Badge, type Tone } from '../../../web/ui/data/Badge.tsx';
import type { Column } from '../../../web/ui/table/columns.ts';
import type { Verschil } from '../afstemming.schema.ts';
import { GEDAAN, ONDERWERP, SOORT } from '../woorden.ts';
import { HerstelKnoppen } from './HerstelBalk.tsx';

const TOON: Record<Verschil['soort'], Tone> = {
  'mist-hier': 'near',
  'mist-bij-duo': 'near',
  anders: 'near',
  'niet-van-ons': 'late',
};

const niets = <span className="m-quiet">niets</span>;

const BASIS: readonly Column<Verschil>[] = [
  {
    id: 'naam',
    header: 'Over',
    primary: true,
    width: '150px',
    cell: (v) => v.naam ?? 'Iemand zonder dossier',
  },
  { id: 'gemeente', header: 'Gemeente', width: '110px', cell: (v) => v.gemeente },
  {
    id: 'wat',
    header: 'Verschil',
    width: '150px',
    cell: (v) => (
      <>
        {ONDERWERP[v.onderwerp]}
        <div>
          <Badge tone={TOON[v.soort]}>{SOORT[v.soort]}</Badge>
        </div>
      </>
    ),
  },
  { id: 'hier', header: 'Hier', cell: (v) => v.hier ?? niets },
  { id: 'duo', header: 'Bij DUO', cell: (v) => v.duo ?? niets },
  {
    id: 'sinds',
    header: 'Sinds',
    width: '110px',
    cell: (v) => (
      <span className="m-quiet afstemming-klein">
        {formatDate(v.sinds.slice(0, 10), 'cijfers')}
      </span>
    ),
  },
];

const doen = (mag: boolean): Column<Verschil> => ({
  id: 'doen',
  header: 'Doen',
  width: '190px',
  cell: (v) => (
    <>
      <Gedaan verschil={v} />
      {mag && <HerstelKnoppen verschil={v} />}
    </>
  ),
});

function Gedaan({ verschil: v }: { verschil: Verschil }) {
  if (v.gedaan) {
    const door = v.gedaan.door ? ` door ${v.gedaan.door}` : '';
    return (
      <p className="m-quiet afstemming-klein">
        {GEDAAN[v.gedaan.wat] ?? v.gedaan.wat}
        {door}, {formatMoment(v.gedaan.op)}
        {v.reden && <>: {v.reden}</>}
        {v.staat === 'open' && '. Verdwijnt bij de volgende vergelijking.'}
      </p>
    );
  }
  if (v.opgelostOp) {
    return (
      <p className="m-quiet afstemming-klein">Vanzelf weg, gezien {formatMoment(v.opgelostOp)}</p>
    );
  }
  return null;
}

/** De kolommen van de lijst; knoppen alleen voor wie mag herstellen. */
export const kolommen = (mag: boolean): readonly Column<Verschil>[] => [...BASIS, doen(mag)];
