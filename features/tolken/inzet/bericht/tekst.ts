import type { Datum } from '../../../../rules/shared/datum.ts';
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
  datum: Datum;
  /** `uu:mm`, de klok in Nederland. */
  tijd: string;
  minuten: number;
  /** `null` als de plek iets over de persoon zegt, of als de tolk niet hoeft te komen. */
  plaats: string | null;
};

const DAG = new Intl.DateTimeFormat('nl-NL', { timeZone: 'UTC', dateStyle: 'full' });
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

const wanneer = ({ datum, tijd, minuten }: Tolkopdracht): string =>
  `${DAG.format(Date.parse(`${datum}T00:00:00Z`))} om ${tijd.replace(':', '.')} uur (${minuten} minuten)`;

const waar = ({ vorm, plaats }: Tolkopdracht): string[] =>
  vorm === 'aanwezig' ? [`Waar: ${plaats ?? 'dat hoort u van de gemeente'}.`] : [];

const bel = ({ wat, telefoon }: Tolkopdracht): string[] => {
  if (!telefoon) return [];
  return [`${wat === 'afgezegd' ? 'Vragen' : 'Kunt u niet'}? Bel de gemeente: ${telefoon}.`];
};

/** Onderwerp en tekst van de e-mail. */
export function tolkEmail(o: Tolkopdracht): { onderwerp: string; tekst: string } {
  const komen = o.wat === 'afgezegd' ? [] : [`Hoe: ${HOE[o.vorm]}.`, ...waar(o)];
  return {
    onderwerp: `${ONDERWERP[o.wat]}: gemeente ${o.gemeente}`,
    tekst: [
      KOP[o.wat],
      '',
      `Taal: ${o.taal}.`,
      `Wanneer: ${wanneer(o)}.`,
      ...komen,
      `Gemeente: ${o.gemeente}.`,
      `Kenmerk: ${o.kenmerk}.`,
      ...bel(o),
    ].join('\n'),
  };
}

/** De sms, met hetzelfde op één regel. */
export function tolkSms(o: Tolkopdracht): string {
  const komen = o.wat === 'afgezegd' ? [] : waar(o);
  const zinnen = [KOP[o.wat], `${o.taal}, ${wanneer(o)}.`, ...komen, `${o.kenmerk}.`, ...bel(o)];
  return `Gemeente ${o.gemeente}: ${zinnen.join(' ')}`;
}

const plat = (tekst: string) =>
  tekst.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/gu, '');

/**
 * De plek zoals een tolk haar mag lezen. Is het bij de persoon thuis, of staat haar adres of naam erin, dan zegt de
 * gemeente het zelf: over de persoon gaat er niets langs de berichtendienst.
 */
export function plekVoorTolk(
  { plaats, vorm }: Pick<FeitInhoud['afspraak'], 'plaats' | 'vorm'>,
  adres: Adres | undefined,
  persoon: FeitInhoud['persoon'] | undefined,
): string | null {
  if (vorm === 'thuis') return null;
  const zegt = plat(plaats);
  const namen = `${persoon?.voornamen ?? ''} ${persoon?.geslachtsnaam ?? ''}`.split(/\s+/u);
  const eigen = [
    ...namen.filter((naam) => naam.length > 1),
    ...(adres ? [`${adres.straat}${adres.huisnummer}`, adres.postcode] : []),
  ];
  return eigen.some((deel) => deel !== '' && zegt.includes(plat(deel))) ? null : plaats;
}
