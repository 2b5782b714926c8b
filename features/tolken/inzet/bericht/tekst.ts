import type { Adres, FeitInhoud } from '../../../../rules/stand/feiten.ts';
import type { Tolkvorm } from '../../../../rules/tolk/rooster.ts';

export type TolkberichtWat = 'geboekt' | 'verplaatst' | 'afgezegd';

/** Alles wat een tolk over een boeking leest. Van de inburgeraar is er niets bij. */
export type Tolkopdracht = {
  wat: TolkberichtWat;
  /** Zonder het woord gemeente. */
  gemeente: string;
  telefoon: string;
  kenmerk: string;
  taal: string;
  vorm: Tolkvorm;
  /** Het begin, UTC ISO. */
  vanOp: string;
  minuten: number;
  /** `null` als de plek iets over de persoon zegt, of als de tolk niet hoeft te komen. */
  plaats: string | null;
  /** Waar de tolk tot nu toe van uitging, UTC ISO; alleen als het is verzet. */
  eerst?: string;
};

const timeZone = 'Europe/Amsterdam';
const DAG = new Intl.DateTimeFormat('nl-NL', { timeZone, dateStyle: 'full' });
const TIJD = new Intl.DateTimeFormat('nl-NL', { timeZone, timeStyle: 'short' });
const HOE: Record<Tolkvorm, string> = {
  aanwezig: 'u komt langs',
  telefoon: 'aan de telefoon, wij bellen u',
  video: 'via video',
};
const KOP: Record<TolkberichtWat, string> = {
  geboekt: 'U bent geboekt als tolk.',
  verplaatst: 'Uw opdracht als tolk is verzet.',
  afgezegd: 'U hoeft niet te komen tolken.',
};
const ONDERWERP: Record<TolkberichtWat, string> = {
  geboekt: 'U bent geboekt als tolk',
  verplaatst: 'Uw opdracht als tolk is verzet',
  afgezegd: 'Uw opdracht als tolk gaat niet door',
};

/** Kenmerk van een boeking; nooit acht cijfers achter elkaar, want dat lijkt een BSN. */
export function tolkkenmerk(inzetId: string): string {
  const staart = inzetId.slice(-8).toUpperCase();
  return `TK-${staart.slice(0, 4)}-${staart.slice(4)}`;
}

/** 'maandag 23 november 2026 om 10.00 uur', de klok in Nederland. */
function om(moment: string): string {
  const ms = Date.parse(moment);
  return `${DAG.format(ms)} om ${TIJD.format(ms).replace(':', '.')} uur`;
}

const wanneer = (o: Tolkopdracht): string => `${om(o.vanOp)} (${o.minuten} minuten)`;

/** De tolk komt ergens heen, en leest niet waar. */
export const zonderPlek = ({ wat, vorm, plaats }: Tolkopdracht): boolean =>
  wat !== 'afgezegd' && vorm === 'aanwezig' && plaats === null;

function komen({ wat, vorm, plaats, vanOp, eerst = vanOp }: Tolkopdracht): string[] {
  if (wat === 'afgezegd') return [];
  return [
    ...(eerst !== vanOp ? [`Eerst was het: ${om(eerst)}.`] : []),
    `Hoe: ${HOE[vorm]}.`,
    ...(vorm === 'aanwezig' ? [`Waar: ${plaats ?? 'dat hoort u van de gemeente'}.`] : []),
  ];
}

const bel = ({ wat, telefoon }: Tolkopdracht): string[] => {
  if (!telefoon) return [];
  return [`${wat === 'afgezegd' ? 'Vragen' : 'Kunt u niet'}? Bel de gemeente: ${telefoon}.`];
};

/** Onderwerp en tekst van de e-mail. */
export function tolkEmail(o: Tolkopdracht): { onderwerp: string; tekst: string } {
  return {
    onderwerp: `${ONDERWERP[o.wat]}: gemeente ${o.gemeente}`,
    tekst: [
      KOP[o.wat],
      '',
      `Taal: ${o.taal}.`,
      `Wanneer: ${wanneer(o)}.`,
      ...komen(o),
      `Gemeente: ${o.gemeente}.`,
      `Kenmerk: ${o.kenmerk}.`,
      ...bel(o),
    ].join('\n'),
  };
}

/** De sms, met hetzelfde op één regel. */
export function tolkSms(o: Tolkopdracht): string {
  const zinnen = [KOP[o.wat], `${o.taal}, ${wanneer(o)}.`, ...komen(o), `${o.kenmerk}.`, ...bel(o)];
  return `Gemeente ${o.gemeente}: ${zinnen.join(' ')}`;
}

/** De woorden en getallen, ook van '12a' en '7411CD': ' 12 a ' en ' 7411 cd '. */
function losseWoorden(tekst: string): string {
  const kaal = tekst.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return ` ${(kaal.match(/\p{L}+|\p{N}+/gu) ?? []).join(' ')} `;
}

/**
 * De plek zoals een tolk haar mag lezen. Is het bij de persoon thuis, of staat haar adres of een deel van haar naam
 * erin als heel woord, dan zegt de gemeente het zelf: over de persoon gaat er niets langs de berichtendienst.
 */
export function plekVoorTolk(
  { plaats, vorm }: Pick<FeitInhoud['afspraak'], 'plaats' | 'vorm'>,
  adres: Adres | undefined,
  persoon: FeitInhoud['persoon'] | undefined,
): string | null {
  if (vorm === 'thuis') return null;
  const zegt = losseWoorden(plaats);
  const namen = losseWoorden(`${persoon?.voornamen ?? ''} ${persoon?.geslachtsnaam ?? ''}`);
  const eigen = [
    ...namen.split(' ').filter((naam) => naam.length > 1),
    ...(adres ? [`${adres.straat} ${adres.huisnummer}`, adres.postcode] : []),
  ].map(losseWoorden);
  return eigen.some((deel) => deel.trim() !== '' && zegt.includes(deel)) ? null : plaats;
}
