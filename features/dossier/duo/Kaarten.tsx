import type { ReactNode } from 'react';
import { formatMoment } from '../../../web/dates.ts';
import { Card } from '../../../web/ui/layout/Card.tsx';
import type { DuoBeeld } from './duo.schema.ts';
import { Regels } from './Regels.tsx';
import { Toets } from './Toets.tsx';

type KaartVan = DuoBeeld['examens'];

type Props = { titel: string; kaart: KaartVan; leeg: string; children?: ReactNode };

function DuoKaart({ titel, kaart, leeg, children }: Props) {
  return (
    <Card title={titel} level={3}>
      <div className="m-stack m-stack--tight">
        <Regels kaart={kaart} leeg={leeg} />
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

/** What DUO decided and knows, one card per subject. */
export function Kaarten({ beeld: b }: { beeld: DuoBeeld }) {
  return (
    <div className="duo-kaarten">
      <Toets beeld={b} />
      <DuoKaart titel="Examens" kaart={b.examens} leeg="Nog geen uitslagen.">
        <Pogingen pogingen={b.pogingen} />
      </DuoKaart>
      <DuoKaart titel="PIP bij DUO" kaart={b.pip} leeg="DUO kent geen PIP." />
      <DuoKaart titel="Vrijstellingen" kaart={b.vrijstellingen} leeg="Geen vrijstellingen." />
      <DuoKaart titel="Ontheffingen" kaart={b.ontheffingen} leeg="Geen ontheffingen.">
        {!b.magGrond && b.ontheffingen.regels.length > 0 && (
          <p className="m-quiet">
            De grond is alleen te zien met het recht op gezondheidsgegevens.
          </p>
        )}
      </DuoKaart>
      <DuoKaart titel="Verzoeken om verlenging" kaart={b.verlengingen} leeg="Geen verzoeken." />
      <DuoKaart titel="Boetes van DUO" kaart={b.boetes} leeg="Geen boetes van DUO.">
        <p className="m-quiet">
          Opgelegd door DUO na overschrijding van de termijn; dit zijn geen boetes van de gemeente.
        </p>
      </DuoKaart>
      <DuoKaart
        titel="Wat DUO eerder meldde"
        kaart={b.gebeurtenissen}
        leeg="DUO noemt geen gebeurtenissen."
      />
    </div>
  );
}
