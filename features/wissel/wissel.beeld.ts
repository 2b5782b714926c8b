import { ROUTENAAM } from '../../rules/leerroute/velden.ts';
import type { GebruiktFeit, Reden } from '../../rules/shared/antwoord.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';
import { urenFeiten, type Zaak } from './wissel.feiten.ts';
import { gevolgVan } from './wissel.gevolg.ts';
import type { AntwoordVeld, Doel, Voorwaarde, WisselAntwoord } from './wissel.schema.ts';
import { toets } from './wissel.voorwaarden.ts';

const GEEN_PIP: Reden = {
  code: 'geen-pip',
  tekst: 'Er geldt geen PIP van deze gemeente; er is nog niets te wisselen.',
  actie: 'pip',
};

/** Waarom deze gebruiker nu geen nieuwe versie kan beginnen; leeg als het kan. */
export function redenenTegenBeginnen(mag: boolean, openVersie: number | undefined): Reden[] {
  if (!mag) return [{ code: 'geen-recht', tekst: 'U kunt voor deze gemeente geen PIP opstellen.' }];
  if (openVersie === undefined) return [];
  const tekst = `Er is al een concept (versie ${openVersie}). Werk daarin verder.`;
  return [{ code: 'concept-bestaat', tekst, actie: 'pip' }];
}

const bron = ({ bron: van, datum }: GebruiktFeit) => (datum ? `${van}, ${inWoorden(datum)}` : van);

/** Wat een antwoord in de reden zegt; een antwoord dat tegen de wissel spreekt komt er niet in. */
const ZINNEN: readonly (readonly [AntwoordVeld, string, string])[] = [
  ['voortgang', 'minder dan verwacht', 'Het leren gaat langzamer dan het plan verwachtte.'],
  ['voortgang', 'meer dan verwacht', 'Het leren gaat sneller dan het plan verwachtte.'],
  ['bijzonderGeval', 'ja', 'Het college neemt een bijzonder geval aan.'],
  ['groteKansOpDiploma', 'ja', 'De kans op een diploma is volgens het college groot.'],
  [
    'examenOfTrajectHaalbaar',
    'nee',
    'Het examen of het taalschakeltraject is binnen de termijn niet haalbaar.',
  ],
  ['voldoendeIngespannen', 'ja', 'De inzet tijdens de lessen was voldoende.'],
  ['b1NietHaalbaar', 'ja', 'Niveau B1 is binnen de termijn niet haalbaar.'],
];

/** Alleen antwoorden op wat bij deze wissel is gevraagd: wat bij een andere keuze is gezegd, telt hier niet. */
function zinnen(voorwaarden: readonly Voorwaarde[]): string[] {
  const vragen = voorwaarden.flatMap((v) => v.vragen);
  const gezegd = (veld: AntwoordVeld) => vragen.find((v) => v.veld === veld)?.antwoord;
  const knm = gezegd('urenKnm');
  return [
    ...ZINNEN.filter(([veld, antwoord]) => gezegd(veld) === antwoord).map(([, , zin]) => zin),
    ...(knm ? [`Van de uren die meetellen was ${knm} uur KNM.`] : []),
  ];
}

/** Het begin van de reden: wat er wijzigt, wat is geantwoord en de uren waarop het rust. */
function redenVan(z: Zaak, voorwaarden: readonly Voorwaarde[]): string {
  const van = ROUTENAAM[z.pip.inhoud.inhoud.leerroute];
  const kop =
    z.naar === 'A2'
      ? 'In de B1-route doet u de taalexamens voortaan op niveau A2.'
      : `U gaat van de ${van} naar de ${ROUTENAAM[z.naar]}.`;
  const uren = urenFeiten(z).map((f) => `${f.naam}: ${f.waarde} (${bron(f)}).`);
  const waardoor = voorwaarden.find((v) => v.waardoor && v.grondslag);
  const grond = waardoor ? [`${waardoor.waardoor} (${waardoor.grondslag?.artikel}).`] : [];
  return [kop, ...zinnen(voorwaarden), ...uren, ...grond].join('\n');
}

type Nu = WisselAntwoord['nu'];

const nuVan = ({ inhoud: { inhoud, versie, dagtekening } }: Zaak['pip']): Nu => ({
  versie,
  leerroute: inhoud.leerroute,
  niveau: inhoud.niveau ?? null,
  dagtekening,
});

/** Een wissel zoals zij op het scherm komt. */
export function wisselBeeld(z: Zaak, beginnen: Reden[]): WisselAntwoord {
  const uitkomst = toets(z);
  return {
    naar: z.naar,
    nu: nuVan(z.pip),
    ...uitkomst,
    gevolg: z.naar === z.pip.inhoud.inhoud.leerroute ? null : gevolgVan(z),
    reden: redenVan(z, uitkomst.voorwaarden),
    beginnen: { mag: beginnen.length === 0, redenen: beginnen },
  };
}

const ELDERS: Reden = {
  code: 'wissel-intake',
  tekst: 'Hierover gaat wie de brede intake leest.',
};

/** Eisen die rusten op wat in de brede intake is gezegd. */
const UIT_INTAKE = ['wens', 'toegang'];

/** Voor wie de intake niet mag lezen: wel of aan de eis is voldaan, niet wat de persoon daarover zei. */
export const zonderIntake = (beeld: WisselAntwoord): WisselAntwoord => ({
  ...beeld,
  gevolg: beeld.gevolg && { ...beeld.gevolg, plaatsen: [] },
  voorwaarden: beeld.voorwaarden.map((v) =>
    UIT_INTAKE.includes(v.id)
      ? { ...v, feiten: [], redenen: v.redenen.length > 0 ? [ELDERS] : [] }
      : v,
  ),
});

/** Nog niets gekozen, of geen PIP dat geldt: dan is er niets te toetsen. */
export function zonderWissel(
  naar: Doel | undefined,
  pip: Zaak['pip'] | undefined,
  tegen: Reden[],
): WisselAntwoord {
  const redenen = pip ? tegen : [GEEN_PIP];
  return {
    naar: naar ?? null,
    nu: pip ? nuVan(pip) : null,
    kan: pip ? 'onbekend' : 'nee',
    vanaf: null,
    totEnMet: null,
    voorwaarden: [],
    gevolg: null,
    reden: '',
    beginnen: { mag: redenen.length === 0, redenen },
  };
}
