import type { ReactNode } from 'react';
import { formatMoment } from '../../../web/dates.ts';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { DuoBeeld } from './duo.schema.ts';
import { Regels } from './Regels.tsx';
import { Toets } from './Toets.tsx';

type KaartVan = DuoBeeld['examens'];

type Props = { titel: string; kaart: KaartVan; children?: ReactNode };

function DuoKaart({ titel, kaart, children }: Props) {
  return (
    <Card title={titel} level={3}>
      <div className="m-stack m-stack--tight">
        <Regels kaart={kaart} />
        {children}
        {kaart.gezienOp && kaart.regels.length > 0 && (
          <p className="m-quiet duo-gezien">volgens DUO op {formatMoment(kaart.gezienOp)}</p>
        )}
      </div>
    </Card>
  );
}

function Pogingen({ pogingen }: { pogingen: DuoBeeld['pogingen'] }) {
  if (pogingen.length === 0) return null;
  return (
    <p>Nog gratis: {pogingen.map((p) => `${p.onderdeel.toLowerCase()} ${p.tegoed}`).join(', ')}.</p>
  );
}

const KAARTEN = [
  { naam: 'examens', titel: 'Examens' },
  { naam: 'pip', titel: 'PIP bij DUO' },
  { naam: 'vrijstellingen', titel: 'Vrijstellingen' },
  { naam: 'ontheffingen', titel: 'Ontheffingen' },
  { naam: 'verlengingen', titel: 'Verzoeken om verlenging' },
  { naam: 'boetes', titel: 'Boetes van DUO' },
  { naam: 'gebeurtenissen', titel: 'Wat DUO eerder meldde' },
] as const;
type Naam = (typeof KAARTEN)[number]['naam'];

function Bij({ naam, beeld: b }: { naam: Naam; beeld: DuoBeeld }) {
  if (naam === 'examens') return <Pogingen pogingen={b.pogingen} />;
  if (naam === 'ontheffingen' && !b.magGrond) {
    return (
      <p className="m-quiet">De grond is alleen te zien met het recht op gezondheidsgegevens.</p>
    );
  }
  if (naam !== 'boetes') return null;
  return (
    <p className="m-quiet">
      Opgelegd door DUO na overschrijding van de termijn; dit is geen boete van de gemeente.
    </p>
  );
}

const isVol = (b: DuoBeeld, naam: Naam) =>
  b[naam].regels.length > 0 || (naam === 'examens' && b.pogingen.length > 0);
const toetsBekend = ({ toets: t }: DuoBeeld) =>
  t.examennummer !== null || t.ingetrokken !== null || t.regels.length > 0;

/** What DUO decided and knows, one card per subject; what DUO does not have stands together. */
export function Kaarten({ beeld: b }: { beeld: DuoBeeld }) {
  const vol = KAARTEN.filter((k) => isVol(b, k.naam));
  return (
    <>
      <div className="duo-kaarten">
        {toetsBekend(b) && <Toets beeld={b} />}
        {vol.map(({ naam, titel }) => (
          <DuoKaart key={naam} titel={titel} kaart={b[naam]}>
            <Bij naam={naam} beeld={b} />
          </DuoKaart>
        ))}
      </div>
      <Leeg beeld={b} />
    </>
  );
}

/** Subjects without an answer: DUO has nothing, or was never asked. */
function Leeg({ beeld: b }: { beeld: DuoBeeld }) {
  const leeg = [
    ...(toetsBekend(b) ? [] : [{ titel: 'leerbaarheidstoets', gezienOp: b.toets.gezienOp }]),
    ...KAARTEN.filter((k) => !isVol(b, k.naam)).map((k) => ({
      titel: k.titel.startsWith('PIP') ? 'PIP' : k.titel.charAt(0).toLowerCase() + k.titel.slice(1),
      gezienOp: b[k.naam].gezienOp,
    })),
  ].filter((k) => k.titel !== 'ontheffingen' || b.magGrond);
  const niets = leeg.filter((k) => k.gezienOp).map((k) => k.titel);
  const nooit = leeg.filter((k) => !k.gezienOp).map((k) => k.titel);
  return (
    <div className="m-quiet">
      {niets.length > 0 && <p>DUO heeft niets over: {niets.join(', ')}.</p>}
      {nooit.length > 0 && <p>Nog niet opgevraagd: {nooit.join(', ')}.</p>}
    </div>
  );
}
