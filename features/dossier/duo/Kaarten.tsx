import type { ReactNode } from 'react';
import { formatMoment } from '../../../web/dates.ts';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { DuoBeeld } from './duo.schema.ts';
import { Regels, Toets } from './Toets.tsx';

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
  { naam: 'examens', titel: 'Examens', leeg: 'examens' },
  { naam: 'pip', titel: 'PIP bij DUO', leeg: 'een PIP' },
  { naam: 'vrijstellingen', titel: 'Vrijstellingen', leeg: 'vrijstellingen' },
  { naam: 'ontheffingen', titel: 'Ontheffingen', leeg: 'ontheffingen' },
  { naam: 'verlengingen', titel: 'Verzoeken om verlenging', leeg: 'verlengingen' },
  { naam: 'boetes', titel: 'Boetes van DUO', leeg: 'boetes' },
  { naam: 'gebeurtenissen', titel: 'Wat DUO eerder meldde', leeg: 'eerdere meldingen' },
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
    ...(toetsBekend(b) ? [] : [{ titel: 'de leerbaarheidstoets', gezienOp: b.toets.gezienOp }]),
    // Wie de grond niet mag zien, ziet ook niet of ernaar is gevraagd.
    ...KAARTEN.filter((k) => !isVol(b, k.naam) && (k.naam !== 'ontheffingen' || b.magGrond)).map(
      (k) => ({ titel: k.leeg, gezienOp: b[k.naam].gezienOp }),
    ),
  ];
  const niets = leeg.filter((k) => k.gezienOp).map((k) => k.titel);
  const nooit = leeg.filter((k) => !k.gezienOp).map((k) => k.titel);
  return (
    <div className="m-quiet">
      {niets.length > 0 && <p>DUO heeft niets over: {niets.join(', ')}.</p>}
      {nooit.length > 0 && <p>Nog niet opgevraagd: {nooit.join(', ')}.</p>}
    </div>
  );
}
