import type { FeitInhoud } from '../../../rules/stand/feiten.ts';
import type { VanDuo } from './ophalen.jobs.ts';
import { type Context, type Nieuws, nieuweWaarde, verschilLijst } from './verschil.jobs.ts';

const weg = (n: Nieuws, verdwenen: number, wat: string) => {
  if (verdwenen > 0) n.opmerkingen.push(`DUO noemt ${wat} die eerder is gemeld niet meer.`);
};

function vanVrijstellingen(c: Context, duo: VanDuo, n: Nieuws): void {
  if (!duo.vrijstellingen) return;
  const regels = duo.vrijstellingen.map((v) => {
    nieuweWaarde(n, 'het oordeel over een vrijstelling', v.oordeel);
    nieuweWaarde(n, 'de reden van een vrijstelling', v.reden);
    const inhoud = {
      soort: v.soort,
      oordeel: v.oordeel.waarde,
      reden: v.reden.waarde,
      op: v.datumOordeel,
      begin: v.startdatum,
      eind: v.einddatumExclusief,
      onderdeel: v.examenonderdeel?.waarde,
      niveau: v.examenniveau?.waarde,
    };
    return { inhoud, geldigOp: v.startdatum ?? v.datumOordeel ?? c.dag };
  });
  const { feiten, verdwenen } = verschilLijst(
    c,
    {
      soort: 'vrijstelling',
      sleutel: (i) => [i.soort, i.onderdeel, i.niveau, i.op].join(),
      ruim: (i) => [i.soort, i.onderdeel, i.niveau].join(),
    },
    regels,
  );
  n.feiten.push(...feiten);
  weg(n, verdwenen, 'een vrijstelling');
}

/** De grond blijft buiten het feit: hij kan over gezondheid gaan. */
function vanOntheffingen(c: Context, duo: VanDuo, n: Nieuws): void {
  if (!duo.ontheffingen) return;
  const regels = duo.ontheffingen.map((o) => {
    nieuweWaarde(n, 'het oordeel over een ontheffing', o.oordeel);
    const inhoud = {
      soort: o.soort,
      oordeel: o.oordeel.waarde,
      op: o.datumOordeel,
      onderdeel: o.examenonderdeel?.waarde,
      urenBelastbaarheid: o.urenBelastbaarheidParticipatieactiviteit,
    };
    n.gronden.push({ inhoud, grond: o.grond.waarde });
    return { inhoud, geldigOp: o.datumOordeel };
  });
  const { feiten, verdwenen } = verschilLijst(
    c,
    {
      soort: 'ontheffing',
      sleutel: (i) => [i.soort, i.onderdeel, i.op].join(),
      ruim: (i) => [i.soort, i.onderdeel].join(),
    },
    regels,
  );
  n.feiten.push(...feiten);
  weg(n, verdwenen, 'een ontheffing');
}

function vanVerlengingen(c: Context, duo: VanDuo, n: Nieuws): void {
  if (!duo.verlengingen) return;
  const regels = duo.verlengingen.map((v) => {
    nieuweWaarde(n, 'de beoordeling van een verlenging', v.beoordelingAanvraag);
    const inhoud = {
      beoordeling: v.beoordelingAanvraag.waarde,
      ontvangen: v.ontvangstdatum,
      beoordeeld: v.datumBeoordeling,
    };
    return { inhoud, geldigOp: v.datumBeoordeling ?? v.ontvangstdatum ?? c.dag };
  });
  const verzoek = (i: FeitInhoud['verlenging']) => i.ontvangen ?? i.beoordeeld ?? '';
  const { feiten, verdwenen } = verschilLijst(
    c,
    { soort: 'verlenging', sleutel: verzoek, ruim: verzoek },
    regels,
  );
  n.feiten.push(...feiten);
  weg(n, verdwenen, 'een verzoek om verlenging');
}

function vanBoetes(c: Context, duo: VanDuo, n: Nieuws): void {
  if (!duo.boetes) return;
  const { feiten, verdwenen } = verschilLijst(
    c,
    {
      soort: 'duo-boete',
      sleutel: (i) => [i.op, i.bedragCent].join(),
      ruim: (i) => i.op,
    },
    duo.boetes.map((b) => ({
      inhoud: { bedragCent: b.bedragCent, op: b.datum },
      geldigOp: b.datum,
    })),
  );
  n.feiten.push(...feiten);
  weg(n, verdwenen, 'een boete van DUO');
}

/** Vult `n` met wat DUO besloot: vrijstellingen, ontheffingen, verlengingen en boetes. */
export function nieuwsVanBesluiten(c: Context, duo: VanDuo, n: Nieuws): void {
  vanVrijstellingen(c, duo, n);
  vanOntheffingen(c, duo, n);
  vanVerlengingen(c, duo, n);
  vanBoetes(c, duo, n);
}
