import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { isOin } from '../tls/oin.ts';
import type { DuoAntwoord, DuoWaarnemer } from './client.ts';
import type { DuoRuwAntwoord, DuoTransport, DuoVerzoek, Oin } from './transport.ts';
import { ONLEESBAAR, TransportFout } from './transport.ts';
import type { DuoApi, Majorwacht } from './versies.ts';
import { beoordeelVersie } from './versies.ts';

/** Wat in een pad wordt ingevuld, onder de naam die DUO ervoor gebruikt. */
type Sleutels = { bsn?: string; instellingsnummer?: string; id?: number };

type Inhoud<M extends z.ZodType> = { schema: M; inhoud: z.input<M> };

/** Wat een mens over de gelezen inhoud moet weten. */
type LetOp = (ruw: unknown) => string[];

/** De twee dingen die bij DUO kunnen; paden staan erin zoals DUO ze schrijft. */
export type Vragen = {
  haal<S extends z.ZodType>(
    api: DuoApi,
    pad: string,
    sleutels: Sleutels,
    antwoord: S,
    letOp?: LetOp,
  ): Promise<DuoAntwoord<z.output<S>>>;
  meld<S extends z.ZodType, M extends z.ZodType = z.ZodNever>(
    api: DuoApi,
    method: 'POST' | 'PUT' | 'DELETE',
    pad: string,
    sleutels: Sleutels,
    antwoord: S,
    berichtId?: string,
    inhoud?: Inhoud<M>,
  ): Promise<DuoAntwoord<z.output<S>>>;
};

type Lijn = {
  transport: DuoTransport;
  bron: Oin;
  majorwacht: Majorwacht;
  waarnemer?: DuoWaarnemer;
};

/** Wat in een antwoord wordt verwacht. */
type Verwacht<S extends z.ZodType> = { antwoord: S; letOp?: LetOp };

const SLEUTELS = {
  bsn: z.string().regex(/^\d{9}$/),
  instellingsnummer: z.string().length(10),
  id: z.number().int().min(1).max(99_999),
};
const Uuid = z.uuid();
const foutmeldingen = z.array(z.object({ fouttekst: z.string().optional() }));

/** Vragen en melden over één lijn. Gooit nooit bij wat DUO of het netwerk kan doen. */
export function vragenNaar(lijn: Lijn): Vragen {
  return {
    haal(api, pad, sleutels, antwoord, letOp) {
      const verzoek = { api, method: 'GET', bron: lijn.bron, berichtId: randomUUID() } as const;
      return stuur(lijn, verzoek, pad, sleutels, { antwoord, letOp });
    },
    async meld(api, method, pad, sleutels, antwoord, berichtId = randomUUID(), inhoud) {
      const verzoek = { api, method, bron: lijn.bron, berichtId };
      if (!inhoud) return stuur(lijn, verzoek, pad, sleutels, { antwoord });
      const gekeurd = inhoud.schema.safeParse(inhoud.inhoud);
      if (!gekeurd.success)
        return { soort: 'fout-verzoek', velden: veldnamen(gekeurd.error), berichtId };
      return stuur(lijn, { ...verzoek, body: gekeurd.data }, pad, sleutels, { antwoord });
    },
  };
}

async function stuur<S extends z.ZodType>(
  lijn: Lijn,
  verzoek: Omit<DuoVerzoek, 'path'>,
  pad: string,
  sleutels: Sleutels,
  verwacht: Verwacht<S>,
): Promise<DuoAntwoord<z.output<S>>> {
  const { api, method, berichtId } = verzoek;
  const velden = foutInKoppenOfPad(verzoek, sleutels);
  if (velden.length > 0) return { soort: 'fout-verzoek', velden, berichtId };
  const stil = method === 'GET' ? undefined : lijn.majorwacht.reden(api);
  if (stil) return { soort: 'storing', reden: stil, misschienVerwerkt: false, berichtId };
  const begin = performance.now();
  const antwoord = await verstuur(lijn, { ...verzoek, path: vulPad(pad, sleutels) }, verwacht);
  const duurMs = performance.now() - begin;
  const reden = antwoord.soort === 'storing' ? { reden: antwoord.reden } : {};
  lijn.waarnemer?.({ systeem: 'duo', api, uitkomst: antwoord.soort, duurMs, ...reden });
  return antwoord;
}

async function verstuur<S extends z.ZodType>(
  { transport, majorwacht }: Lijn,
  verzoek: DuoVerzoek,
  verwacht: Verwacht<S>,
): Promise<DuoAntwoord<z.output<S>>> {
  const { api, method, berichtId } = verzoek;
  let ruw: DuoRuwAntwoord;
  try {
    ruw = await transport.request(verzoek);
  } catch (fout) {
    if (!(fout instanceof TransportFout)) throw fout;
    const misschienVerwerkt = fout.verzonden && method !== 'GET';
    const wie = fout.aanmelding ? { aanmelding: true as const } : {};
    return { soort: 'storing', reden: fout.message, misschienVerwerkt, ...wie, berichtId };
  }
  const isGelukt = ruw.status >= 200 && ruw.status < 300;
  const versie = beoordeelVersie(api, ruw.apiVersion);
  if (versie.soort === 'onbruikbaar') {
    majorwacht.sluit(api, versie.reden);
    const misschienVerwerkt = isGelukt && method !== 'GET';
    return { soort: 'storing', reden: versie.reden, misschienVerwerkt, berichtId };
  }
  majorwacht.open(api);
  if (!isGelukt) return mislukt(verzoek, ruw);
  const melding = versie.soort === 'afwijkend' ? { versieMelding: versie.melding } : {};
  const antwoord = gelukt(verwacht, verzoek, ruw);
  return antwoord.soort === 'ok' ? { ...antwoord, ...melding } : antwoord;
}

/** Namen van wat niet mee kan in de koppen of het pad; leeg als alles klopt. */
function foutInKoppenOfPad(
  { bron, berichtId }: Omit<DuoVerzoek, 'path'>,
  sleutels: Sleutels,
): string[] {
  const fout = Object.entries(sleutels)
    .filter(([naam, waarde]) => !SLEUTELS[naam as keyof Sleutels].safeParse(waarde).success)
    .map(([naam]) => naam);
  if (!isOin(bron)) fout.push('bron');
  if (!Uuid.safeParse(berichtId).success) fout.push('berichtId');
  return fout;
}

function vulPad(pad: string, sleutels: Sleutels): string {
  return Object.entries(sleutels).reduce(
    (deels, [naam, waarde]) => deels.replace(`{${naam}}`, encodeURIComponent(waarde)),
    pad,
  );
}

function gelukt<S extends z.ZodType>(
  { antwoord, letOp }: Verwacht<S>,
  { method, berichtId }: DuoVerzoek,
  ruw: DuoRuwAntwoord,
): DuoAntwoord<z.output<S>> {
  const storing = (reden: string) =>
    ({ soort: 'storing', reden, misschienVerwerkt: method !== 'GET', berichtId }) as const;
  if (ruw.body === ONLEESBAAR && method === 'GET') return storing('het antwoord is geen JSON');
  const gelezen = antwoord.safeParse(ruw.body);
  if (!gelezen.success) {
    const velden = veldnamen(gelezen.error).join(', ');
    return storing(`het antwoord past niet bij de afspraken (${velden || 'geheel'})`);
  }
  const meldingen = letOp?.(ruw.body) ?? [];
  return {
    soort: 'ok',
    waarde: gelezen.data,
    apiVersion: ruw.apiVersion,
    ruw: ruw.body === ONLEESBAAR ? undefined : ruw.body,
    berichtId,
    ...(meldingen.length > 0 ? { meldingen } : {}),
  };
}

function mislukt({ method, berichtId }: DuoVerzoek, ruw: DuoRuwAntwoord): DuoAntwoord<never> {
  const storing = (reden: string, kanVerwerktZijn: boolean): DuoAntwoord<never> => ({
    soort: 'storing',
    reden,
    misschienVerwerkt: kanVerwerktZijn && method !== 'GET',
    berichtId,
  });
  // Elk antwoord van DUO draagt API-Version. Zonder die kop antwoordde iets onderweg, bijvoorbeeld de
  // poort die het certificaat keurt. Dat is geen 'niets geregistreerd' en geen fout in het bericht.
  const isVanDuo = ruw.apiVersion !== undefined;
  const vreemd = storing(`antwoord ${ruw.status} komt niet van DUO`, false);
  switch (ruw.status) {
    case 401:
      return { soort: 'niet-bevoegd', aanmelding: true, berichtId };
    case 403:
      return verboden(ruw, berichtId) ?? storing('onleesbare inhoud bij antwoord 403', false);
    case 404:
      return isVanDuo ? { soort: 'niets', berichtId } : vreemd;
    case 408:
    case 429:
      return storing(`antwoord ${ruw.status}`, false);
  }
  if (ruw.status >= 400 && ruw.status < 500)
    return isVanDuo ? { soort: 'fout-verzoek', velden: [], berichtId } : vreemd;
  return storing(`antwoord ${ruw.status}`, ruw.status !== 503);
}

/** Bij sommige API's mag DUO de tekst weglaten. */
const ZONDER_TEKST = 'DUO weigert de melding en zegt niet waarom.';

/** 403 heeft bij DUO twee betekenissen: leeg is niet bevoegd, met teksten is inhoudelijk geweigerd. */
function verboden(ruw: DuoRuwAntwoord, berichtId: string): DuoAntwoord<never> | undefined {
  if (ruw.body === undefined) return { soort: 'niet-bevoegd', berichtId };
  const lijst = foutmeldingen.safeParse(Array.isArray(ruw.body) ? ruw.body : [ruw.body]);
  if (!lijst.success) return undefined;
  if (lijst.data.length === 0) return { soort: 'niet-bevoegd', berichtId };
  const foutteksten = lijst.data.map((f) => f.fouttekst ?? ZONDER_TEKST);
  return { soort: 'geweigerd', foutteksten: [...new Set(foutteksten)], berichtId };
}

/** Alleen namen van velden: de waarden kunnen persoonsgegevens zijn. */
function veldnamen(fout: z.ZodError): string[] {
  const namen = fout.issues.flatMap((i) =>
    i.code === 'unrecognized_keys' ? i.keys : [i.path.join('.')],
  );
  return [...new Set(namen)].filter((n) => n !== '');
}
