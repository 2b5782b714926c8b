import { useState } from 'react';
import { Badge } from '../../../web/ui/data/Badge.tsx';
import { EmptyState } from '../../../web/ui/feedback/States.tsx';
import { Weigering } from '../../../web/ui/feedback/Weigering.tsx';
import { Button } from '../../../web/ui/form/Button.tsx';
import { Link } from '../../../web/ui/layout/Link.tsx';
import type { Column } from '../../../web/ui/table/columns.ts';
import { DataTable } from '../../../web/ui/table/DataTable.tsx';
import { TOETSGRENS } from '../../shared/toets.schema.ts';
import type { Deelnemer, ZittingDetail } from '../zitting.schema.ts';
import { UitkomstDialoog, useUitkomst } from './UitkomstDialoog.tsx';
import { berichtZin, UITKOMST } from './woorden.ts';

/** The result with its scores, or what it waits for. */
function Toets({ toets: t }: { toets: Deelnemer['toets'] }) {
  switch (t.staat) {
    case 'uitslag':
      return (
        <>
          {t.resultaat}
          <div className="m-quiet toets-klein">
            score {t.behaald}, nodig {t.benodigd}
          </div>
        </>
      );
    case 'wacht-op-duo':
      return <Badge tone="near">wacht op DUO</Badge>;
    case 'ontheffing':
      return <>ontheffing</>;
    default:
      return t.examennummer ? (
        <>nummer {t.examennummer}</>
      ) : (
        <Badge tone="near">nog geen nummer van DUO</Badge>
      );
  }
}

function Tolk({ d }: { d: Deelnemer }) {
  if (!d.tolkTaal) return <>geen</>;
  return (
    <>
      {d.tolkTaal}
      <div className="m-quiet toets-klein">
        {d.tolk ?? <Link href="/tolken?deel=nodig">nog te boeken</Link>}
      </div>
    </>
  );
}

type Doen = (d: Deelnemer, soort: 'verschenen' | 'niet-verschenen' | 'afgezegd') => void;

function Knoppen({ d, geweest, doen }: { d: Deelnemer; geweest: boolean; doen: Doen }) {
  const over = <span className="m-hidden">: {d.naam}</span>;
  if (d.uitkomst === 'afgezegd') return null;
  return (
    <span className="m-row toets-knoppen">
      {geweest && d.uitkomst !== 'verschenen' && (
        <Button look="quiet" onClick={() => doen(d, 'verschenen')}>
          Was er{over}
        </Button>
      )}
      {geweest && d.uitkomst !== 'niet-verschenen' && (
        <Button look="quiet" onClick={() => doen(d, 'niet-verschenen')}>
          Was er niet…{over}
        </Button>
      )}
      {!d.uitkomst && (
        <Button look="quiet" onClick={() => doen(d, 'afgezegd')}>
          Afzeggen…{over}
        </Button>
      )}
    </span>
  );
}

function kolommen(magDoen: boolean, geweest: boolean, doen: Doen): Column<Deelnemer>[] {
  return [
    {
      id: 'naam',
      header: 'Naam',
      primary: true,
      cell: (d) => (
        <>
          {d.naam}
          <div className="m-quiet toets-klein">{d.gemeente}</div>
        </>
      ),
    },
    {
      id: 'uitkomst',
      header: 'Er geweest',
      card: 'top',
      cell: (d) =>
        d.uitkomst ? (
          <>
            <Badge tone={UITKOMST[d.uitkomst].tone}>{UITKOMST[d.uitkomst].tekst}</Badge>
            {d.reden && <div className="m-quiet toets-klein">{d.reden}</div>}
          </>
        ) : (
          <>
            <span className="m-quiet">{geweest ? 'nog niet ingevuld' : 'uitgenodigd'}</span>
            {d.oproep && <div className="m-quiet toets-klein">hoort bij een oproep</div>}
          </>
        ),
    },
    { id: 'tolk', header: 'Tolk', card: 'label', cell: (d) => <Tolk d={d} /> },
    { id: 'toets', header: 'Toets', card: 'label', cell: (d) => <Toets toets={d.toets} /> },
    {
      id: 'bericht',
      header: 'Bericht',
      card: 'label',
      cell: (d) => <span className="m-quiet toets-klein">{berichtZin(d.bericht)}</span>,
    },
    ...(magDoen
      ? [
          {
            id: 'doen',
            header: 'Doen',
            cell: (d: Deelnemer) => <Knoppen d={d} geweest={geweest} doen={doen} />,
          },
        ]
      : []),
  ];
}

/** The people of one session: invited, there or not, and what DUO said. */
export function Deelnemers({ zitting, geweest }: { zitting: ZittingDetail; geweest: boolean }) {
  const [open, setOpen] = useState<{ d: Deelnemer; soort: 'niet-verschenen' | 'afgezegd' }>();
  const meteen = useUitkomst(zitting.zittingId, () => {});
  const doen: Doen = (d, soort) => {
    if (soort !== 'verschenen') return setOpen({ d, soort });
    const inhoud = { uitkomst: soort, vervangt: d.uitkomstFeitId };
    meteen.mutate({ dossierId: d.dossierId, inhoud });
  };
  const { deelnemers } = zitting;
  const magDoen = zitting.mag.plannen && zitting.staat !== 'afgelast';
  const anderen = zitting.bezet - deelnemers.filter((d) => d.uitkomst !== 'afgezegd').length;
  return (
    <div className="m-stack m-stack--tight">
      {meteen.isError && <Weigering fout={meteen.error} />}
      <DataTable
        caption="Deelnemers"
        columns={kolommen(magDoen, geweest, doen)}
        rows={deelnemers}
        rowId={(d) => d.dossierId}
        rowName={(d) => d.naam}
        rowHref={(d) => `/inburgeraars/${d.dossierId}/intake?vraag=leerbaarheidstoets`}
        busy={meteen.isPending}
        empty={
          <EmptyState title="Er is nog niemand uitgenodigd.">
            Kies wie een plek krijgt. Iedereen krijgt een uitnodiging in de eigen taal.
          </EmptyState>
        }
      />
      {anderen > 0 && (
        <p className="m-quiet toets-rand">
          {anderen === 1 ? 'Nog 1 plek is' : `Nog ${anderen} plekken zijn`} voor mensen uit andere
          gemeenten. Wie dat zijn, ziet u hier niet.
        </p>
      )}
      {deelnemers.some((d) => d.toets.staat === 'uitslag' || d.toets.staat === 'wacht-op-duo') && (
        <p className="m-quiet toets-rand">{TOETSGRENS}</p>
      )}
      {open && (
        <UitkomstDialoog
          zitting={zitting}
          deelnemer={open.d}
          soort={open.soort}
          onSluit={() => setOpen(undefined)}
        />
      )}
    </div>
  );
}
