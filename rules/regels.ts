import { maatschappelijkeBegeleidingRegel } from './begeleiding/maatschappelijke-begeleiding.ts';
import { bezwaarProcedureRegel } from './bezwaar/bezwaar-procedure.ts';
import { bezwaartermijnRegel } from './bezwaar/bezwaar-regels.ts';
import { boeteIntakeRegel } from './boete/boete-intake.ts';
import { boeteIntakeTermijnRegel } from './boete/boete-intake-termijn.ts';
import { boetePipRegel } from './boete/boete-pip.ts';
import { boeteDuoLeerrouteRegel } from './boete-duo/boete-duo-leerroute.ts';
import { boeteDuoPvtMapRegel } from './boete-duo/boete-duo-pvt-map.ts';
import { boeteGegevensRegel } from './boete-grenzen/boete-gegevens.ts';
import { boeteVluchtelingRegel } from './boete-grenzen/boete-vluchteling.ts';
import { samenloopRegel } from './boete-grenzen/samenloop.ts';
import { verrekeningBijstandRegel } from './boete-grenzen/verrekening-bijstand.ts';
import { boeteOnherroepelijkRegel } from './boete-procedure/boete-onherroepelijk.ts';
import { boeteProcedureRegel } from './boete-procedure/boete-procedure.ts';
import { boeteTermijnenRegel } from './boete-procedure/boete-termijnen.ts';
import { intakeVolledigRegel } from './brede-intake/intake-regels.ts';
import {
  leerbaarheidstoetsOntheffingRegel,
  leerbaarheidstoetsRegel,
} from './brede-intake/leerbaarheidstoets.ts';
import { oproepLadderRegel } from './brede-intake/oproep-regels.ts';
import { toetsbegeleiderRegel } from './brede-intake/toetsbegeleider.ts';
import { vroegeStartRegel } from './brede-intake/vroege-start.ts';
import { aanbodRegel } from './doelgroep/aanbod-regel.ts';
import { doelgroepRegel } from './doelgroep/doelgroep-regels.ts';
import { examenOnderdelenRegel } from './examen/examen-onderdelen.ts';
import { examenPogingenRegel } from './examen/examen-pogingen.ts';
import { examenUitslagRegel } from './examen/examen-uitslag.ts';
import { bewaartermijnRegel } from './gegevens/bewaartermijn.ts';
import { cbsLeveringRegel } from './gegevens/cbs-levering.ts';
import { datumDuoRegel } from './gegevens/datum-duo.ts';
import { gegevensleveringRegel } from './gegevens/gegevenslevering.ts';
import { toegangDuoRegel } from './gegevens/toegang-duo.ts';
import { landelijkBudgetRegel } from './geld/landelijk-budget.ts';
import { spukBetalingRegel } from './geld/spuk-betaling.ts';
import { spukDefinitiefRegel } from './geld/spuk-definitief.ts';
import { spukReserveRegel } from './geld/spuk-reserve.ts';
import { spukTermijnenRegel } from './geld/spuk-termijnen.ts';
import { spukVoorlopigRegel } from './geld/spuk-voorlopig.ts';
import { aowNadertRegel } from './inburgeringsplicht/aow-nadert.ts';
import { eindePlichtRegel } from './inburgeringsplicht/einde-plicht.ts';
import { gemeenteBevoegdRegel } from './inburgeringsplicht/gemeente-bevoegd.ts';
import { inburgeringsplichtRegel } from './inburgeringsplicht/inburgeringsplicht.ts';
import { inburgeringstermijnRegel } from './inburgeringstermijn/inburgeringstermijn-regels.ts';
import { onderbrekingRegel } from './inburgeringstermijn/onderbreking.ts';
import { afschalenRegel } from './leerroute/afschalen.ts';
import { alfabetiseringRegel } from './leerroute/alfabetisering.ts';
import { schakelVerrekeningRegel } from './leerroute/schakel-verrekening.ts';
import { schakelenRegel } from './leerroute/schakelen.ts';
import { toegangLeerrouteRegel } from './leerroute/toegang-leerroute.ts';
import { aanbodDuoRegel } from './leerroute-aanbod/aanbod-duo.ts';
import { aanbodLeerrouteRegel } from './leerroute-aanbod/aanbod-leerroute.ts';
import { leningRegel } from './lening/lening.ts';
import { leningTerugbetalingRegel } from './lening/lening-terugbetaling.ts';
import { urenMeldingRegel } from './melding/uren-melding.ts';
import { verwijtbaarheidMeldingRegel } from './melding/verwijtbaarheid-melding.ts';
import { mapAfrondingRegel } from './module-map/map-afronding.ts';
import { nieuweTermijnRegel } from './nieuwe-termijn/nieuwe-termijn.ts';
import { onderwijsrouteAfrondingRegel } from './onderwijsroute/onderwijsroute-afronding.ts';
import { bevoegdOntheffingRegel } from './ontheffing/bevoegd-ontheffing.ts';
import { ontheffingBijzonderRegel } from './ontheffing/ontheffing-bijzonder.ts';
import { ontheffingKostenRegel } from './ontheffing/ontheffing-kosten.ts';
import { ontheffingMedischRegel } from './ontheffing/ontheffing-medisch.ts';
import { ontzorgenRegel } from './ontzorgen/ontzorgen.ts';
import { pipDuoRegel } from './pip-regels/pip-duo-regel.ts';
import { pipInhoudRegel } from './pip-regels/pip-inhoud-regel.ts';
import { pipTermijnRegel } from './pip-regels/pip-termijn-regel.ts';
import { pipVerhuizingRegel } from './pip-wijziging/pip-verhuizing.ts';
import { pipVerwijderenDuoRegel } from './pip-wijziging/pip-verwijderen-duo.ts';
import { pipWijzigingRegel } from './pip-wijziging/pip-wijziging.ts';
import { pvtAfrondingRegel } from './pvt/pvt-afronding.ts';
import type { Regel } from './shared/regel.ts';
import { termijnenwetRegel } from './termijn/termijn-regels.ts';
import { nietVrijstellendOnderwijsRegel } from './verlenging/niet-vrijstellend-onderwijs.ts';
import { verlengingRegel } from './verlenging/verlenging.ts';
import {
  verlengingAanvraagRegel,
  verlengingBeslistermijnRegel,
} from './verlenging/verlenging-aanvraag.ts';
import { verlengingAmbtshalveA2Regel } from './verlenging/verlenging-ambtshalve-a2.ts';
import { verlengingInspanningRegel } from './verlenging/verlenging-inspanning.ts';
import { voortgangsgesprekkenRegel } from './voortgang/voortgangsgesprekken.ts';
import { achtJaarOnderwijsRegel } from './vrijstelling/acht-jaar-onderwijs.ts';
import { beslistermijnDuoRegel } from './vrijstelling/beslistermijn-duo.ts';
import { vrijstellingDiplomaRegel } from './vrijstelling/diploma.ts';
import { gedeeltelijkeVrijstellingRegel } from './vrijstelling/gedeeltelijke-vrijstelling.ts';
import { aantoonbaarIngeburgerdRegel } from './vrijstelling/ingeburgerd.ts';
import { vrijstellingRegel } from './vrijstelling/vrijstelling.ts';
import { elipRegel } from './wi2013/elip.ts';
import { wi2013VerzachtingRegel } from './wi2013/wi2013-verzachting.ts';
import { zrouteAfrondingRegel } from './zroute/z-route-afronding.ts';
import { zrouteExamenRegel } from './zroute/z-route-examen.ts';
import { zrouteUrenRegel } from './zroute/z-route-uren.ts';

/** Alle regels, in de volgorde van de keten; bron van de API, de opdracht en docs/REGELS.md. */
export const REGELS: readonly Regel[] = [
  inburgeringsplichtRegel,
  eindePlichtRegel,
  aowNadertRegel,
  doelgroepRegel,
  aanbodRegel,
  gemeenteBevoegdRegel,
  vrijstellingRegel,
  achtJaarOnderwijsRegel,
  vrijstellingDiplomaRegel,
  aantoonbaarIngeburgerdRegel,
  gedeeltelijkeVrijstellingRegel,
  ontheffingMedischRegel,
  ontheffingKostenRegel,
  ontheffingBijzonderRegel,
  bevoegdOntheffingRegel,
  beslistermijnDuoRegel,
  elipRegel,
  wi2013VerzachtingRegel,
  vroegeStartRegel,
  oproepLadderRegel,
  leerbaarheidstoetsRegel,
  leerbaarheidstoetsOntheffingRegel,
  toetsbegeleiderRegel,
  intakeVolledigRegel,
  pipTermijnRegel,
  pipInhoudRegel,
  pipDuoRegel,
  bezwaartermijnRegel,
  bezwaarProcedureRegel,
  pipWijzigingRegel,
  pipVerhuizingRegel,
  pipVerwijderenDuoRegel,
  inburgeringstermijnRegel,
  onderbrekingRegel,
  verlengingRegel,
  verlengingAanvraagRegel,
  verlengingBeslistermijnRegel,
  verlengingInspanningRegel,
  verlengingAmbtshalveA2Regel,
  nietVrijstellendOnderwijsRegel,
  toegangLeerrouteRegel,
  aanbodLeerrouteRegel,
  aanbodDuoRegel,
  afschalenRegel,
  schakelenRegel,
  schakelVerrekeningRegel,
  alfabetiseringRegel,
  zrouteAfrondingRegel,
  zrouteUrenRegel,
  zrouteExamenRegel,
  onderwijsrouteAfrondingRegel,
  pvtAfrondingRegel,
  mapAfrondingRegel,
  verwijtbaarheidMeldingRegel,
  urenMeldingRegel,
  voortgangsgesprekkenRegel,
  maatschappelijkeBegeleidingRegel,
  ontzorgenRegel,
  examenOnderdelenRegel,
  examenPogingenRegel,
  examenUitslagRegel,
  leningRegel,
  leningTerugbetalingRegel,
  boeteIntakeRegel,
  boeteIntakeTermijnRegel,
  boetePipRegel,
  boeteOnherroepelijkRegel,
  boeteProcedureRegel,
  boeteTermijnenRegel,
  boeteVluchtelingRegel,
  samenloopRegel,
  verrekeningBijstandRegel,
  boeteGegevensRegel,
  nieuweTermijnRegel,
  boeteDuoLeerrouteRegel,
  boeteDuoPvtMapRegel,
  spukVoorlopigRegel,
  spukDefinitiefRegel,
  landelijkBudgetRegel,
  spukBetalingRegel,
  spukTermijnenRegel,
  spukReserveRegel,
  cbsLeveringRegel,
  gegevensleveringRegel,
  toegangDuoRegel,
  bewaartermijnRegel,
  termijnenwetRegel,
  datumDuoRegel,
];

/** De regel met dit id, als die er is. */
export const regelMetId = (id: string): Regel | undefined => REGELS.find((r) => r.id === id);
