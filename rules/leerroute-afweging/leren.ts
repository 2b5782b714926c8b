import type { AfwegingFeiten } from './soorten.ts';
import { ALLE_MEE, type Gat, gat, VOOR_EXAMEN, VOOR_Z, type Weging, weging } from './weging.ts';

export type OnderwijsNiveau = 'weinig' | 'enig' | 'veel';

const NIVEAU: Readonly<Record<string, OnderwijsNiveau>> = {
  'geen onderwijs': 'weinig',
  'basisonderwijs, niet afgemaakt': 'weinig',
  basisonderwijs: 'enig',
  'voortgezet onderwijs, niet afgemaakt': 'enig',
  'voortgezet onderwijs': 'veel',
  beroepsopleiding: 'veel',
  'hbo of universiteit, niet afgemaakt': 'veel',
  'hbo of universiteit': 'veel',
};

/** Minder dan zes jaar is minder dan een lagere school; tien jaar is een school met vervolg (eigen keuze). */
const JAREN_WEINIG = 6;
const JAREN_VEEL = 10;

/**
 * Hoeveel onderwijs iemand had. De hoogste opleiding gaat voor het aantal jaren.
 * @returns undefined als geen van beide bekend is.
 */
export function onderwijsNiveau(f: AfwegingFeiten): OnderwijsNiveau | undefined {
  const opleiding = f.opleiding && NIVEAU[f.opleiding.waarde];
  if (opleiding) return opleiding;
  return f.schooljaren && jarenNiveau(f.schooljaren.waarde);
}

function jarenNiveau(jaren: number): OnderwijsNiveau {
  if (jaren < JAREN_WEINIG) return 'weinig';
  return jaren >= JAREN_VEEL ? 'veel' : 'enig';
}

const KANT_ONDERWIJS = { weinig: VOOR_Z, enig: ALLE_MEE, veel: VOOR_EXAMEN } as const;

const GRENS_TOETS =
  'De toets schat hoe iemand een taal leert. Over wens, gezin en tijd zegt zij niets; zij adviseert en beslist niet.';
const GRENS_ANDERE_WEG =
  'Dit oordeel kwam in de plaats van de toets; er is geen score bij, en het zegt alleen iets over leren.';
const GRENS_ONDERWIJS: Record<OnderwijsNiveau, string> = {
  weinig: 'Weinig school zegt iets over ervaring met leren, niet over wat iemand kan.',
  enig: 'Wat iemand op school deed, zegt niet alles over leren nu.',
  veel: 'Een opleiding elders zegt niet hoe snel iemand een nieuwe taal leert.',
};

const punten = (honderdsten: number): string => (honderdsten / 100).toFixed(2).replace('.', ',');

/** Wat in plaats van de toets kwam; het weegt mee zonder kant, want de wet verbindt er geen route aan. */
function zonderToets({ toets: t, toetsOntheffing: o }: AfwegingFeiten): Weging[] {
  if (!o) return [];
  const { beoordeeld } = o.waarde;
  if (beoordeeld) {
    const tekst = `Zonder toets beoordeeld: ${beoordeeld.uitkomst}`;
    return [weging('toets', ALLE_MEE, tekst, { ...o, datum: beoordeeld.op }, GRENS_ANDERE_WEG)];
  }
  if (t) return [];
  const tekst =
    'Er is ontheffing van de toets. Hoe iemand leert blijkt hier uit onderwijs, taalniveau en het gesprek.';
  return [weging('toets', ALLE_MEE, tekst, o)];
}

function toets({ toets: t }: AfwegingFeiten): Weging[] {
  if (!t) return [];
  const { resultaat, behaald, benodigd } = t.waarde;
  const score = `${punten(behaald)} punten; ${punten(benodigd)} nodig`;
  if (resultaat === 'B1-route haalbaar') {
    return [
      weging('toets', VOOR_EXAMEN, `B1 is haalbaar volgens de toets (${score}).`, t, GRENS_TOETS),
    ];
  }
  if (resultaat === 'B1-route niet haalbaar') {
    return [
      weging('toets', VOOR_Z, `B1 is niet haalbaar volgens de toets (${score}).`, t, GRENS_TOETS),
    ];
  }
  return [weging('toets', ALLE_MEE, 'De toets geeft geen richting.', t, GRENS_TOETS)];
}

function onderwijs(f: AfwegingFeiten): Weging[] {
  const { opleiding, schooljaren, lerenGing, diplomawaardering: diploma } = f;
  const delen: Weging[] = [];
  if (opleiding) {
    const niveau = NIVEAU[opleiding.waarde] ?? 'enig';
    const tekst = `Hoogste opleiding: ${opleiding.waarde}.`;
    const grens = GRENS_ONDERWIJS[niveau];
    delen.push(weging('onderwijs', KANT_ONDERWIJS[niveau], tekst, opleiding, grens));
  }
  if (schooljaren) {
    const hoeveel = jarenNiveau(schooljaren.waarde);
    const tekst = `Ging ${schooljaren.waarde} jaar naar school.`;
    const grens = GRENS_ONDERWIJS[hoeveel];
    delen.push(weging('onderwijs', KANT_ONDERWIJS[hoeveel], tekst, schooljaren, grens));
  }
  if (lerenGing?.waarde === 'makkelijk') {
    delen.push(
      weging('onderwijs', { B: 'voor', O: 'voor' }, 'Leren op school ging makkelijk.', lerenGing),
    );
  }
  if (lerenGing?.waarde === 'met moeite') {
    delen.push(
      weging(
        'onderwijs',
        { B: 'mee', O: 'tegen', Z: 'mee' },
        'Leren op school ging met moeite.',
        lerenGing,
      ),
    );
  }
  if (diploma?.waarde === 'ja') {
    delen.push(
      weging(
        'onderwijs',
        { B: 'mee', O: 'voor' },
        'Het diploma is in Nederland gewaardeerd.',
        diploma,
      ),
    );
  }
  return delen;
}

function taal({ taalniveau: t, schrift: s, eerdereUren: u }: AfwegingFeiten): Weging[] {
  const delen: Weging[] = [];
  if (t) {
    const ver = t.waarde === 'A2' || t.waarde.startsWith('B1');
    delen.push(weging('taal', ver ? VOOR_EXAMEN : ALLE_MEE, `Nederlands: ${t.waarde}.`, t));
  }
  if (s) delen.push(schrift(s));
  if (u && u.waarde > 0) {
    const tekst = `Volgde al ${u.waarde} uur Nederlandse les.`;
    const grens = 'Deze uren tellen alleen mee als het PIP ze noemt.';
    delen.push(weging('eerdere-uren', ALLE_MEE, tekst, u, grens));
  }
  return delen;
}

function schrift(s: NonNullable<AfwegingFeiten['schrift']>): Weging {
  const tekst = `Lezen en schrijven: ${s.waarde}.`;
  if (s.waarde === 'ja, in ons schrift')
    return weging('schrift', { B: 'voor', O: 'voor' }, tekst, s);
  if (s.waarde === 'ja, alleen in een ander schrift') {
    return weging(
      'schrift',
      ALLE_MEE,
      tekst,
      s,
      'Een ander schrift leren kost tijd en kan in elke route.',
    );
  }
  const grens =
    'In de Z-route tellen deze lessen bij de 800 uur. In de andere routes kan alfabetisering de termijn tot zes maanden verlengen.';
  return weging('schrift', VOOR_Z, tekst, s, grens);
}

/** Wat bekend is over leren en taal, met per route de kant. */
export const lerenEnTaal = (f: AfwegingFeiten): Weging[] => [
  ...toets(f),
  ...zonderToets(f),
  ...onderwijs(f),
  ...taal(f),
];

/** Wat over leren en taal nog niet is onderzocht. */
export function gatenInLeren(f: AfwegingFeiten): Gat[] {
  const gaten: Gat[] = [];
  if (!f.toets && !f.toetsOntheffing) {
    gaten.push(gat('toets', 'toets', 'Er is nog geen uitslag van de leerbaarheidstoets.'));
  }
  if (!f.toets && f.toetsOntheffing && !f.toetsOntheffing.waarde.beoordeeld) {
    gaten.push(
      gat(
        'toets',
        'intake',
        'Er is ontheffing van de toets, en nog geen uitkomst van een andere beoordeling.',
      ),
    );
  }
  if (f.toets && !f.toets.waarde.resultaat.startsWith('B1-route')) {
    gaten.push(
      gat(
        'toets',
        'intake',
        'De toets geeft geen richting: onderzoek in het gesprek hoe iemand leert.',
      ),
    );
  }
  if (!f.opleiding && !f.schooljaren) {
    gaten.push(
      gat('onderwijs', 'intake', 'Het onderwijs in het land van herkomst is nog niet besproken.'),
    );
  }
  if (f.diplomawaardering?.waarde === 'aangevraagd') {
    gaten.push(
      gat(
        'onderwijs',
        'intake',
        'De waardering van het diploma is aangevraagd en nog niet binnen.',
        ['O'],
      ),
    );
  }
  if (!f.taalniveau) gaten.push(gat('taal', 'intake', 'Het taalniveau is nog niet vastgelegd.'));
  if (!f.schrift)
    gaten.push(gat('schrift', 'intake', 'Of iemand leest en schrijft is nog niet vastgelegd.'));
  return gaten;
}
