import { aanbod } from '../doelgroep/aanbod.ts';
import type { Datum } from '../shared/datum.ts';
import { klokOp } from '../shared/klok.ts';
import { bepaalVerplichtingen } from '../verplichting/verplichtingen.ts';
import { bepaalVoorstellen } from '../voorstel/voorstellen.ts';
import type { Feit } from './feiten.ts';
import { type Geordend, geldendOp, ordenFeiten, uitFeit } from './geldend.ts';
import { type Lezing, lees } from './lezing.ts';
import { bepaalSchakels } from './schakels.ts';
import { bepaalSignalen } from './signalen.ts';
import type { Beleid, Stand } from './stand.ts';
import { bepaalTermijnen } from './termijnen.ts';

type Inhoud = Omit<Stand, 'peildatum' | 'volgendeWijziging'>;

/**
 * Hoe een dossier er op `peildatum` voorstaat: alle regels bij elkaar.
 *
 * Zuiver: dezelfde feiten, hetzelfde beleid en dezelfde peildatum geven altijd dezelfde Stand. Gooit
 * nooit op wat een dossier kan bevatten. Feiten met `geldigOp` na de peildatum tellen nog niet; een
 * vervangen feit telt nooit. `volgendeWijziging` is de eerste dag waarop de Stand echt anders is, en
 * ontbreekt als zij zonder nieuwe feiten voorgoed gelijk blijft.
 */
export function bepaalStand(feiten: readonly Feit[], beleid: Beleid, peildatum: Datum): Stand {
  const geordend = ordenFeiten(feiten);
  const lezing = leesOp(geordend, beleid, peildatum);
  const inhoud = maakInhoud(lezing);
  const volgendeWijziging = eersteVerschil(geordend, lezing, inhoud);
  return { peildatum, ...inhoud, volgendeWijziging };
}

function leesOp(geordend: Geordend, beleid: Beleid, dag: Datum, eerder?: Lezing): Lezing {
  const klok = klokOp(dag);
  return lees(geldendOp(geordend, klok), klok, beleid, eerder);
}

/**
 * Loopt de dagen af waarop iets kan veranderen tot de Stand ook echt verschilt. Tussen twee zulke
 * dagen geeft elke vraag aan de klok hetzelfde antwoord, dus kan er niets anders uitkomen.
 */
function eersteVerschil(geordend: Geordend, nu: Lezing, inhoud: Inhoud): Datum | undefined {
  for (let dag = nu.klok.volgende(); dag; ) {
    const dan = leesOp(geordend, nu.beleid, dag, nu);
    if (isAnders(dan, inhoud)) return dag;
    dag = dan.klok.volgende();
  }
  return undefined;
}

/** Bepaalt eerst wat het vaakst verandert: verschilt dat, dan is de rest van die dag niet nodig. */
function isAnders(l: Lezing, nu: Inhoud): boolean {
  const termijnen = bepaalTermijnen(l);
  if (!isGelijk(bepaalSignalen(l, termijnen), nu.signalen)) return true;
  if (!isGelijk(termijnen, nu.termijnen)) return true;
  const voorstellen = bepaalVoorstellen({ l, termijnen, verplichtingen: bepaalVerplichtingen(l) });
  return !isGelijk(voorstellen, nu.voorstellen) || !isGelijk(maakInhoud(l), nu);
}

/** Of twee waarden als JSON gelijk zouden zijn; een verklaring telt dus niet mee. */
function isGelijk(a: unknown, b: unknown): boolean {
  if (a === b || typeof a === 'function') return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && zijnGelijk(a, b);
  return zelfdeVelden(a as Record<string, unknown>, b as Record<string, unknown>);
}

function zijnGelijk(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (!isGelijk(a[i], b[i])) return false;
  return true;
}

function zelfdeVelden(a: Record<string, unknown>, b: Record<string, unknown>): boolean {
  for (const naam in a) {
    if (a[naam] !== b[naam] && !isGelijk(a[naam], b[naam])) return false;
  }
  for (const naam in b) if (b[naam] !== undefined && a[naam] === undefined) return false;
  return true;
}

function maakInhoud(l: Lezing): Inhoud {
  const termijnen = bepaalTermijnen(l);
  const verplichtingen = bepaalVerplichtingen(l);
  const { schakel, schakels } = bepaalSchakels(l, verplichtingen);
  const beeindigd = l.toestand.waarde === 'beeindigd';
  return {
    doelgroep: l.doelgroep,
    leerroute: l.leerroute,
    schakel,
    schakels,
    toestand: l.toestand.waarde,
    toestandUitleg: l.toestand.uitleg,
    termijnen,
    verplichtingen,
    aanbod: beeindigd ? [] : bepaalAanbod(l),
    signalen: bepaalSignalen(l, termijnen),
    voorstellen: bepaalVoorstellen({ l, termijnen, verplichtingen }),
  };
}

function bepaalAanbod(l: Lezing) {
  return aanbod(
    {
      doelgroep: l.doelgroep.waarde,
      gezinslidVanAsielstatushouder: l.doelgroep.gezinslidVanAsielstatushouder,
      leerroute: l.leerroute,
      asielvergunningBepaaldeTijd: uitFeit(
        l.g.laatste('verblijf'),
        (v) => v.asielvergunningBepaaldeTijd,
      ),
      bijstand: uitFeit(l.g.laatste('bijstand'), (b) => b),
      begeleidingGezinsmigranten: l.beleid.begeleidingGezinsmigranten,
    },
    l.klok,
  );
}
