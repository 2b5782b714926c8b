import { aanbod } from '../doelgroep/aanbod.ts';
import type { Datum } from '../shared/datum.ts';
import { klokOp } from '../shared/klok.ts';
import { bepaalVerplichtingen } from '../verplichting/verplichtingen.ts';
import { bepaalVoorstellen } from '../voorstel/voorstellen.ts';
import type { Feit } from './feiten.ts';
import { kiesGeldend, uitFeit } from './geldend.ts';
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
  const { inhoud, volgende } = beeldOp(feiten, beleid, peildatum);
  const volgendeWijziging = volgende && eersteVerschil(feiten, beleid, inhoud, volgende);
  return { peildatum, ...inhoud, ...(volgendeWijziging ? { volgendeWijziging } : {}) };
}

/**
 * Loopt de dagen af waarop iets kan veranderen tot de Stand ook echt verschilt. Tussen twee zulke
 * dagen geeft elke vraag aan de klok hetzelfde antwoord, dus kan er niets anders uitkomen.
 */
function eersteVerschil(
  feiten: readonly Feit[],
  beleid: Beleid,
  inhoud: Inhoud,
  vanaf: Datum,
): Datum | undefined {
  const nu = JSON.stringify(inhoud);
  let dag: Datum | undefined = vanaf;
  while (dag) {
    const dan = beeldOp(feiten, beleid, dag);
    if (JSON.stringify(dan.inhoud) !== nu) return dag;
    dag = dan.volgende;
  }
  return undefined;
}

function beeldOp(
  feiten: readonly Feit[],
  beleid: Beleid,
  dag: Datum,
): { inhoud: Inhoud; volgende: Datum | undefined } {
  const klok = klokOp(dag);
  const inhoud = maakInhoud(lees(kiesGeldend(feiten, klok), klok, beleid));
  return { inhoud, volgende: klok.volgende() };
}

function maakInhoud(l: Lezing): Inhoud {
  const termijnen = bepaalTermijnen(l);
  const verplichtingen = bepaalVerplichtingen(l);
  const beeindigd = l.toestand.waarde === 'beeindigd';
  return {
    doelgroep: l.doelgroep,
    ...(l.leerroute ? { leerroute: l.leerroute } : {}),
    ...bepaalSchakels(l, verplichtingen),
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
      ...(l.leerroute ? { leerroute: l.leerroute } : {}),
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
