import type { OnderdeelId } from '../../../rules/brede-intake/onderdelen.ts';
import type { Vraag } from '../../shared/vraag.schema.ts';
import type { Doel } from '../doelen.ts';
import { stelSamen } from '../samenstellen.ts';
import type { Inhoud, Vragenbank } from '../vragenbank.schema.ts';

/** Wat iemand aan één vraag invult, als tekst zoals hij het typt. */
export type Concept = {
  soort: 'eigen' | 'ingebouwd';
  vraag: string;
  hulp: string;
  verborgen: boolean;
  verplicht: boolean;
  /** 'gewoon' is de gewone plek; leeg is vooraan. */
  na: string;
  onderdeel: string;
  type: Vraag['type'];
  /** Eén keuze per regel. */
  opties: string;
  van: string;
  tot: string;
  eenheid: string;
  alleenVraag: string;
  alleenIs: string;
  doel: string;
  waarom: string;
};

export const GEWOON = 'gewoon';

const LEEG: Concept = {
  soort: 'eigen',
  vraag: '',
  hulp: '',
  verborgen: false,
  verplicht: false,
  na: GEWOON,
  onderdeel: '',
  type: 'ja-nee',
  opties: '',
  van: '0',
  tot: '40',
  eenheid: 'uur in de week',
  alleenVraag: '',
  alleenIs: '',
  doel: '',
  waarom: '',
};

/** De vragen van Meedoen, zoals het samenstellen ze leest. */
export const ingebouwdeVan = (bank: Vragenbank) => bank.ingebouwd as unknown as readonly Vraag[];

export const geldigeVersies = (bank: Vragenbank) => bank.versies.filter((v) => !v.ingetrokkenOp);

/** De vragen die op een dag worden gesteld. */
export const lijstOp = (bank: Vragenbank, dag: string) =>
  stelSamen(ingebouwdeVan(bank), geldigeVersies(bank), dag);

/** Waar een wijziging van deze vraag begint: bij wat het laatst is besloten, of bij de vraag van Meedoen. */
export function conceptVan(bank: Vragenbank, vraagId: string | undefined): Concept {
  const laatste = geldigeVersies(bank)
    .filter((v) => v.vraagId === vraagId)
    .at(-1)?.inhoud;
  const bron = bank.ingebouwd.find((v) => v.id === vraagId);
  if (laatste?.soort === 'eigen') return vanEigen(laatste);
  if (!bron) return LEEG;
  return {
    ...LEEG,
    soort: 'ingebouwd',
    onderdeel: bron.onderdeel,
    type: bron.type as Vraag['type'],
    opties: bron.opties?.join('\n') ?? '',
    waarom: bron.waarom,
    vraag: laatste?.vraag ?? bron.vraag,
    hulp: laatste ? (laatste.hulp ?? '') : (bron.hulp ?? ''),
    verborgen: laatste?.verborgen ?? false,
    verplicht: laatste?.verplicht ?? false,
    na: laatste?.na ?? GEWOON,
  };
}

function vanEigen(i: Extract<Inhoud, { soort: 'eigen' }>): Concept {
  return {
    ...LEEG,
    soort: 'eigen',
    vraag: i.vraag,
    hulp: i.hulp ?? '',
    verborgen: i.verborgen,
    verplicht: i.verplicht,
    na: i.na ?? GEWOON,
    onderdeel: i.onderdeel,
    type: i.type,
    opties: i.opties?.join('\n') ?? '',
    ...(i.bereik
      ? { van: String(i.bereik.van), tot: String(i.bereik.tot), eenheid: i.bereik.eenheid }
      : {}),
    alleenVraag: i.alleenAls?.vraag ?? '',
    alleenIs: antwoordTekst(i.alleenAls?.is[0]),
    doel: i.doel,
    waarom: i.waarom,
  };
}

const antwoordTekst = (w: string | boolean | undefined) =>
  typeof w === 'boolean' ? (w ? 'ja' : 'nee') : (w ?? '');

const getal = (tekst: string) => (/^\d+$/.test(tekst.trim()) ? Number(tekst) : 0);

const optiesVan = (c: Concept) =>
  c.opties
    .split('\n')
    .map((o) => o.trim())
    .filter(Boolean);

/** Wat naar de server gaat. */
export function inhoudVan(c: Concept, bank: Vragenbank): Inhoud {
  const hulp = c.hulp.trim();
  const gedeeld = {
    vraag: c.vraag.trim(),
    ...(hulp ? { hulp } : {}),
    verborgen: c.verborgen,
    verplicht: c.verplicht,
    ...(c.na === GEWOON ? {} : { na: c.na }),
  };
  if (c.soort === 'ingebouwd') return { soort: 'ingebouwd', ...gedeeld };
  return {
    soort: 'eigen',
    ...gedeeld,
    onderdeel: c.onderdeel as OnderdeelId,
    type: c.type,
    ...vormVan(c),
    ...voorwaardeVan(c, bank),
    doel: c.doel as Doel,
    waarom: c.waarom.trim(),
  };
}

function vormVan(c: Concept) {
  if (c.type === 'keuze' || c.type === 'meerkeuze') return { opties: optiesVan(c) };
  if (c.type !== 'getal') return {};
  return { bereik: { van: getal(c.van), tot: getal(c.tot), eenheid: c.eenheid.trim() } };
}

function voorwaardeVan(c: Concept, bank: Vragenbank) {
  if (!c.alleenVraag || !c.alleenIs) return {};
  const bron = lijstOp(bank, '9999-12-31').vind(c.alleenVraag);
  const is = bron?.type === 'ja-nee' ? c.alleenIs === 'ja' : c.alleenIs;
  return { alleenAls: { vraag: c.alleenVraag, is: [is] } };
}
