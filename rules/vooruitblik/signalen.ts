import { aowNadertVanaf } from '../inburgeringsplicht/aow-nadert.ts';
import { bekendePensioendag } from '../inburgeringsplicht/pensioen.ts';
import { AFSCHALEN_UREN } from '../leerroute/afschalen.ts';
import { plusDagen, plusMaanden } from '../shared/datum.ts';
import { inWoorden } from '../shared/tekst.ts';
import type { Lezing } from '../stand/lezing.ts';
import type { Signaal, Termijn, TermijnId } from '../stand/stand.ts';
import { urenVan } from '../verplichting/uren.ts';
import { gratisPoging } from './gratis-poging.ts';

/** Vanaf hoeveel maanden voor het einde wordt gewaarschuwd; onze keuze, de wet zegt er niets over. */
const ONTZORGEN_MAANDEN = 2;
const WISSEL_MAANDEN = 3;
/** Zo lang blijft een andere doelgroep in beeld; onze keuze. */
const DOELGROEP_DAGEN = 56;

/** Wat er aankomt nadat het PIP er is: ontzorgen, wisselen van route, afschalen, examens, een andere doelgroep, pensioen. */
export function vooruitblik(l: Lezing, termijnen: readonly Termijn[]): Signaal[] {
  return [
    ...ontzorgenEindigt(l, termijnen),
    ...wisselEindigt(l, termijnen),
    ...afschalenMag(l),
    ...gratisPoging(l),
    ...andereDoelgroep(l),
    ...aowNadert(l),
  ];
}

const lopend = (termijnen: readonly Termijn[], id: TermijnId) =>
  termijnen.find((t) => t.id === id && t.staat === 'loopt')?.laatsteDag;

function ontzorgenEindigt(l: Lezing, termijnen: readonly Termijn[]): Signaal[] {
  const laatsteDag = lopend(termijnen, 'ontzorgen');
  if (!laatsteDag || !l.klok.bereikt(plusMaanden(laatsteDag, -ONTZORGEN_MAANDEN))) return [];
  const tekst = `Het ontzorgen eindigt op ${inWoorden(laatsteDag)}. Bespreek wie daarna de vaste lasten betaalt.`;
  return [{ id: 'ontzorgen-eindigt', ernst: 'let-op', tekst }];
}

function wisselEindigt(l: Lezing, termijnen: readonly Termijn[]): Signaal[] {
  const laatsteDag = lopend(termijnen, 'wisselen-leerroute');
  if (!laatsteDag || !l.klok.bereikt(plusMaanden(laatsteDag, -WISSEL_MAANDEN))) return [];
  const tekst = `Wisselen van leerroute kan tot en met ${inWoorden(laatsteDag)}. Past de route nog?`;
  return [{ id: 'wisselen-eindigt', ernst: 'let-op', tekst }];
}

function afschalenMag(l: Lezing): Signaal[] {
  if (l.leerroute !== 'B' || l.pip?.inhoud.inhoud.niveau === 'A2') return [];
  const { totaal } = urenVan(l, 'taal-en-knm');
  if (totaal < AFSCHALEN_UREN) return [];
  const tekst = `Er zijn ${totaal} uur taalles gevolgd. Lukt B1 niet ondanks voldoende inspanning, dan kan de route worden afgeschaald naar A2.`;
  return [{ id: 'afschalen-mogelijk', ernst: 'ter-info', tekst }];
}

function andereDoelgroep(l: Lezing): Signaal[] {
  const [vorige, laatste] = l.g.alle('doelgroep').slice(-2);
  if (!vorige || !laatste || vorige.inhoud.indeling === laatste.inhoud.indeling) return [];
  if (l.klok.bereikt(plusDagen(laatste.geldigOp, DOELGROEP_DAGEN))) return [];
  const tekst = `De doelgroep is sinds ${inWoorden(laatste.geldigOp)} ${laatste.inhoud.indeling}. Kijk na of aanbod, kosten en begeleiding nog kloppen.`;
  return [{ id: 'doelgroep-gewijzigd', ernst: 'let-op', tekst }];
}

/** Wi2021 art. 3 lid 1: de plicht eindigt met de pensioenleeftijd; DUO meldt haar zes maanden vooraf (SS128). */
function aowNadert(l: Lezing): Signaal[] {
  const geboorte = l.g.laatste('persoon')?.inhoud.geboorte;
  const dag = geboorte?.soort === 'datum' ? bekendePensioendag(geboorte.datum) : undefined;
  const gemeld = () => l.g.alle('duo-gebeurtenis').some((f) => f.inhoud.gebeurtenisId === 'SS128');
  if (!dag) {
    return gemeld()
      ? [aowSignaal('DUO meldt dat de pensioenleeftijd binnen zes maanden wordt bereikt.')]
      : [];
  }
  if (l.klok.bereikt(dag)) return [];
  if (!l.klok.bereikt(aowNadertVanaf(dag)) && !gemeld()) return [];
  return [aowSignaal(`De pensioenleeftijd wordt bereikt op ${inWoorden(dag)}.`)];
}

const aowSignaal = (zin: string): Signaal => ({
  id: 'aow-nadert',
  ernst: 'let-op',
  tekst: `${zin} Dan eindigt de inburgeringsplicht; kijk na wat nog zinvol is.`,
});
