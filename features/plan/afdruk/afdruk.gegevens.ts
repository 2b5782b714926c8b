import type { Datum } from '../../../rules/shared/datum.ts';
import { TALEN, type Taal } from '../../shared/talen.schema.ts';
import { LEERROUTE } from '../../shared/woorden.schema.ts';
import type { Plan, Verschil } from '../plan.schema.ts';
import { PLANTEKSTEN } from '../teksten/plantekst.ts';

const zin = (tekst: string) => (/[.!?]$/u.test(tekst.trim()) ? tekst : `${tekst}.`);

function doelVan(d: Plan['doelen'][number]) {
  return {
    eigenWoorden: d.eigenWoorden,
    taal: d.taal,
    richting: TALEN[d.taal].richting,
    ...(d.taal === 'nl' ? {} : { nederlands: d.nederlands }),
  };
}

/** De inhoud van het plan zoals de persoon het meekrijgt, zonder het briefhoofd. */
export function planInhoud(plan: Plan, verschil: Verschil, taal: Taal) {
  const open = plan.afspraken.filter((a) => a.staat === 'open');
  const taken = (soort: Plan['afspraken'][number]['wie']['soort']) =>
    open
      .filter((a) => a.wie.soort === soort)
      .map((a) => ({
        wat: a.wat,
        wie: soort === 'inburgeraar' ? 'U zelf' : a.wie.naam,
        ...(a.uiterlijk ? { uiterlijk: a.uiterlijk } : {}),
      }));
  const punt = plan.aanspreekpunten.findLast((p) => p.vanaf <= plan.vandaag);
  const { laagEen } = plan;
  return {
    taal: { code: taal, richting: TALEN[taal].richting },
    woorden: taal === 'nl' ? {} : PLANTEKSTEN[taal].woorden,
    doelen: plan.doelen.filter((d) => d.staat === 'actief').map(doelVan),
    bereikt: plan.doelen.filter((d) => d.staat === 'bereikt').map(doelVan),
    ik: taken('inburgeraar'),
    gemeenteDoet: taken('gemeente'),
    anderen: taken('partner'),
    sinds: verschil.sinds,
    veranderd: verschil.items.map((i) => zin(i.voorPersoon)),
    helpers: plan.netwerk
      .filter((p) => p.actief)
      .map(({ naam, rol, waarom }) => ({ naam, rol, waarom })),
    ...(punt ? { punt: { naam: punt.naam, organisatie: punt.organisatie } } : {}),
    ...(laagEen
      ? { vast: { dagtekening: laagEen.dagtekening, leerroute: LEERROUTE[laagEen.vast.leerroute] } }
      : {}),
  };
}

/** Wie wat krijgt en waarom, en wat is gestopt. */
export function delenInhoud(plan: Plan) {
  const alle = plan.netwerk.flatMap((p) => p.delingen.map((d) => ({ naam: p.naam, d })));
  return {
    nu: plan.netwerk.flatMap((p) => {
      const delingen = p.delingen
        .filter((d) => d.actief)
        .map(({ wat, vanaf, grondslag, toelichting }) => ({
          wat: [...wat],
          vanaf,
          grondslag,
          toelichting: zin(toelichting),
        }));
      const { naam, rol, waarom } = p;
      return delingen.length > 0 ? [{ naam, rol, waarom: zin(waarom), delingen }] : [];
    }),
    gestopt: alle.flatMap(({ naam, d }) =>
      d.tot && d.tot <= plan.vandaag ? [{ naam, wat: [...d.wat], tot: d.tot as Datum }] : [],
    ),
  };
}
