import type { Reden } from '../../../rules/shared/antwoord.ts';
import type { Datum } from '../../../rules/shared/datum.ts';
import type { FeitInhoud } from '../../../rules/stand/feiten.ts';
import { kenmerkVan, partijenVan } from '../../shared/brief.schema.ts';
import { TALEN } from '../../shared/talen.schema.ts';
import { MANIEREN, ONTHEFFINGSGROND } from '../../shared/toets.schema.ts';
import { LEERROUTE } from '../../shared/woorden.schema.ts';
import type { Punt, RouteAntwoord, RoutePip } from '../route.schema.ts';
import { AfdrukGegevens } from './afdruk.schema.ts';

export type AfdrukBron = {
  gemeente: Parameters<typeof partijenVan>[0]['gemeente'];
  persoon: FeitInhoud['persoon'];
  opgemaaktDoor: string;
  vandaag: Datum;
  documentId: string;
  beeld: Pick<RouteAntwoord, 'bekendOp' | 'routes' | 'advies' | 'ontheffing' | 'standpunt'>;
  richtlijnen: RouteAntwoord['richtlijnen'];
  pip: RoutePip | null;
  schrijvers: readonly { naam: string; op: Datum; velden: string[] }[];
};

const leeg = (t: string | null | undefined): string | null => (t && t.trim() !== '' ? t : null);

const feit = ({ tekst, bron, datum, grens }: Punt) => ({ tekst, bron, datum, grens });

const WAT: Readonly<Record<string, string>> = {
  afweging: 'de motivering per leerroute',
  leerroute: 'de keuze van de leerroute',
  motivering: 'de motivering van de keuze',
  afwijking: 'de reden van de afwijking',
};

/** Wie wat schreef; per mens en dag één regel, met alles wat die dag is gewijzigd. */
function handelingen(b: AfdrukBron): { wat: string; wie: string; op: string }[] {
  const perDag = Map.groupBy(b.schrijvers, (s) => `${s.naam} ${s.op}`);
  const geschreven = [...perDag.values()].map((rij) => {
    const velden = new Set(rij.flatMap((s) => s.velden));
    const wat = [...velden].flatMap((v) => WAT[v] ?? []).join(', ');
    return { wat: `Schreef ${wat}`, wie: rij[0]?.naam ?? '', op: rij[0]?.op ?? '' };
  });
  const { besluit } = b.pip ?? {};
  if (!besluit) return geschreven;
  const vast = { wat: 'Besliste namens het college', wie: besluit.door, op: besluit.dagtekening };
  return [...geschreven, vast];
}

function ontheffingVan(o: RouteAntwoord['ontheffing']) {
  if (!o) return null;
  const { grond, alternatief: a, ...rest } = o;
  const { manier, wie, op = null, uitkomst = null } = a ?? {};
  return {
    ...rest,
    grond: ONTHEFFINGSGROND[grond],
    alternatief: manier && wie ? { manier: MANIEREN[manier], wie, op, uitkomst } : null,
  };
}

function standpuntVan(s: RouteAntwoord['standpunt']) {
  if (!s) return null;
  const { naam: taalnaam, richting } = TALEN[s.taal];
  const { woorden, taal, nederlands, op, door } = s;
  return { woorden, taal, taalnaam, richting, nederlands, op, door };
}

function routesVan({ beeld, pip }: AfdrukBron) {
  return beeld.routes.map((r) => {
    const eigen = pip?.afweging[r.route];
    return {
      naam: LEERROUTE[r.route],
      gekozen: pip?.leerroute === r.route,
      onderzocht: eigen?.onderzocht ?? false,
      wet: r.wet.map(({ tekst, grondslag }) => ({ tekst, artikel: grondslag.artikel })),
      oordelen: r.oordelen.map((o) => o.tekst),
      voor: r.voor.map(feit),
      tegen: r.tegen.map(feit),
      weegtMee: r.weegtMee.map(feit),
      nietOnderzocht: r.nietOnderzocht.map((n) => n.tekst),
      motiveringVoor: leeg(eigen?.voor),
      motiveringTegen: leeg(eigen?.tegen),
    };
  });
}

/** De gegevens van het stuk, of de redenen waarom het er niet kan zijn. */
export function stelAfdrukSamen(
  b: AfdrukBron,
): { gegevens: AfdrukGegevens } | { redenen: Reden[] } {
  const partijen = partijenVan({
    gemeente: b.gemeente,
    persoon: b.persoon,
    ondertekenaar: { naam: '', functie: '' },
    klantmanager: { naam: '', telefoon: '', email: '' },
  });
  const { pip, beeld } = b;
  const route = pip?.leerroute ? LEERROUTE[pip.leerroute] : null;
  const keuring = AfdrukGegevens.safeParse({
    gemeente: partijen.gemeente,
    kenmerk: kenmerkVan('PIP', b.documentId, b.vandaag),
    dagtekening: b.vandaag,
    naam: partijen.persoon?.volledigeNaam,
    opgemaaktDoor: b.opgemaaktDoor,
    bekendOp: beeld.bekendOp,
    besluit: pip?.besluit && route ? { ...pip.besluit, route, versie: pip.versie } : null,
    concept: pip && !pip.besluit ? { route, versie: pip.versie } : null,
    ontheffing: ontheffingVan(beeld.ontheffing),
    standpunt: standpuntVan(beeld.standpunt),
    advies: {
      tekst: beeld.advies.tekst,
      twijfel: beeld.advies.twijfel,
      toelichting: beeld.advies.grondslag.toelichting ?? '',
    },
    richtlijnen: b.richtlijnen,
    afwijking: leeg(pip?.afwijking),
    motivering: leeg(pip?.motivering),
    routes: routesVan(b),
    handelingen: handelingen(b),
  });
  if (keuring.success) return { gegevens: keuring.data };
  return {
    redenen: keuring.error.issues.map((i) => ({
      code: 'stuk-onvolledig',
      tekst: `In het stuk klopt '${i.path.join('.')}' niet: ${i.message}.`,
    })),
  };
}
