import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type {
  DuoDoelgroep,
  DuoInburgeringsplicht,
  DuoInburgeringstermijn,
  DuoLeerbaarheidstoetsResultaat,
  DuoPip,
  DuoPipMelding,
} from './schemas.ts';
import {
  doelgroepAntwoord,
  foutmeldingen,
  inburgeringsplichtAntwoord,
  inburgeringstermijnAntwoord,
  leerbaarheidstoetsAntwoord,
  pipAntwoord,
  pipMelding,
  zonderInhoud,
} from './schemas.ts';
import type { DuoRuwAntwoord, DuoTransport, DuoVerzoek, Oin } from './transport.ts';
import { ONLEESBAAR, TransportFout } from './transport.ts';
import { beoordeelVersie } from './versies.ts';

/** Wat DUO kan antwoorden, als waarde. Elk antwoord draagt het berichtId van het verzoek. */
export type DuoAntwoord<T> = { berichtId: string } & (
  | {
      soort: 'ok';
      waarde: T;
      apiVersion: string | undefined;
      /** De inhoud zoals DUO hem gaf, voor de bewaarde momentopname. */
      ruw: unknown;
      /** Gevuld als de API-versie van DUO afwijkt maar bruikbaar is. */
      versieMelding?: string;
    }
  /** Er is niets geregistreerd, of DUO kent de persoon niet: dat onderscheid maakt DUO niet. */
  | { soort: 'niets' }
  /** DUO keurt de melding inhoudelijk af; de teksten zijn voor mensen, niet om op te sturen. */
  | { soort: 'geweigerd'; foutteksten: string[] }
  | { soort: 'niet-bevoegd' }
  /** Het verzoek klopt niet; opnieuw proberen helpt niet. `velden` gevuld als het niet is verzonden. */
  | { soort: 'fout-verzoek'; velden: string[] }
  /** `misschienVerwerkt`: het verzoek kan bij DUO zijn aangekomen. Dan eerst raadplegen, dan pas herhalen. */
  | { soort: 'storing'; reden: string; misschienVerwerkt: boolean }
);

/** Eén client voor het hele systeem; elke vraag gaat uit namens één gemeente. */
export type DuoClient = {
  /** `bron`: het OIN van de gemeente die vraagt. */
  voor(bron: Oin): DuoVragen;
  sluit(): Promise<void>;
};

export type DuoVragen = {
  doelgroep(bsn: string): Promise<DuoAntwoord<DuoDoelgroep>>;
  inburgeringsplicht(bsn: string): Promise<DuoAntwoord<DuoInburgeringsplicht>>;
  leerbaarheidstoetsResultaten(bsn: string): Promise<DuoAntwoord<DuoLeerbaarheidstoetsResultaat[]>>;
  inburgeringstermijn(bsn: string): Promise<DuoAntwoord<DuoInburgeringstermijn>>;
  pip(bsn: string): Promise<DuoAntwoord<DuoPip>>;
  /** `berichtId` meegeven kan, zodat het vóór het verzenden is vastgelegd. */
  meldPip(bsn: string, pip: DuoPipMelding, berichtId?: string): Promise<DuoAntwoord<undefined>>;
};

/** Maakt de client op een transport. Geen van de vragen gooit bij wat DUO of het netwerk kan doen. */
export function duoClient(transport: DuoTransport): DuoClient {
  return { voor: (bron) => vragenVan(transport, bron), sluit: () => transport.sluit() };
}

function vragenVan(transport: DuoTransport, bron: Oin): DuoVragen {
  const haal = <S extends z.ZodType>(api: DuoVerzoek['api'], bsn: string, pad: string, schema: S) =>
    vraag(transport, schema, bsn, pad, { api, method: 'GET', bron, berichtId: randomUUID() });
  return {
    doelgroep: (bsn) => haal('inburgeringsplicht', bsn, '/doelgroep', doelgroepAntwoord),
    inburgeringsplicht: (bsn) =>
      haal('inburgeringsplicht', bsn, '/inburgeringsplicht', inburgeringsplichtAntwoord),
    leerbaarheidstoetsResultaten: (bsn) =>
      haal('leerbaarheidstoets', bsn, '/lbt/resultaten', leerbaarheidstoetsAntwoord),
    inburgeringstermijn: (bsn) =>
      haal('inburgeringstermijn', bsn, '/inburgeringstermijn', inburgeringstermijnAntwoord),
    pip: (bsn) => haal('pip', bsn, '/PIP', pipAntwoord),
    async meldPip(bsn, pip, berichtId = randomUUID()) {
      const melding = pipMelding.safeParse(pip);
      if (!melding.success) {
        return { soort: 'fout-verzoek', velden: veldnamen(melding.error), berichtId };
      }
      const verzoek = { api: 'pip', method: 'POST', bron, berichtId, body: melding.data } as const;
      return vraag(transport, zonderInhoud, bsn, '/PIP', verzoek);
    },
  };
}

async function vraag<S extends z.ZodType>(
  transport: DuoTransport,
  schema: S,
  bsn: string,
  pad: string,
  verzoek: Omit<DuoVerzoek, 'path'>,
): Promise<DuoAntwoord<z.output<S>>> {
  const { berichtId } = verzoek;
  if (!/^\d{9}$/.test(bsn)) return { soort: 'fout-verzoek', velden: ['bsn'], berichtId };
  let ruw: DuoRuwAntwoord;
  try {
    ruw = await transport.request({ ...verzoek, path: `/personen/${bsn}${pad}` });
  } catch (fout) {
    if (!(fout instanceof TransportFout)) throw fout;
    const misschienVerwerkt = fout.verzonden && verzoek.method !== 'GET';
    return { soort: 'storing', reden: fout.message, misschienVerwerkt, berichtId };
  }
  if (ruw.status >= 200 && ruw.status < 300) return gelukt(schema, verzoek, ruw);
  return mislukt(verzoek, ruw);
}

function gelukt<S extends z.ZodType>(
  schema: S,
  { api, method, berichtId }: Omit<DuoVerzoek, 'path'>,
  ruw: DuoRuwAntwoord,
): DuoAntwoord<z.output<S>> {
  const storing = (reden: string) =>
    ({ soort: 'storing', reden, misschienVerwerkt: method !== 'GET', berichtId }) as const;
  const versie = beoordeelVersie(api, ruw.apiVersion);
  if (versie.soort === 'onbruikbaar') return storing(versie.reden);
  if (ruw.body === ONLEESBAAR && method === 'GET') return storing('het antwoord is geen JSON');
  const gelezen = schema.safeParse(ruw.body);
  if (!gelezen.success) {
    const velden = veldnamen(gelezen.error).join(', ');
    return storing(`het antwoord past niet bij de afspraken (${velden || 'geheel'})`);
  }
  return {
    soort: 'ok',
    waarde: gelezen.data,
    apiVersion: ruw.apiVersion,
    ruw: ruw.body === ONLEESBAAR ? undefined : ruw.body,
    berichtId,
    ...(versie.soort === 'afwijkend' ? { versieMelding: versie.melding } : {}),
  };
}

function mislukt(
  { method, berichtId }: Omit<DuoVerzoek, 'path'>,
  ruw: DuoRuwAntwoord,
): DuoAntwoord<never> {
  const storing = (reden: string, kanVerwerktZijn: boolean): DuoAntwoord<never> => ({
    soort: 'storing',
    reden,
    misschienVerwerkt: kanVerwerktZijn && method !== 'GET',
    berichtId,
  });
  switch (ruw.status) {
    case 401:
      return { soort: 'niet-bevoegd', berichtId };
    case 403:
      return verboden(ruw, berichtId) ?? storing('onleesbare inhoud bij antwoord 403', false);
    case 404:
      // Elk antwoord van DUO draagt API-Version. Zonder die kop antwoordde iets onderweg, en dat
      // mag niet worden gelezen als 'niets geregistreerd'.
      return ruw.apiVersion === undefined
        ? storing('antwoord 404 komt niet van DUO', false)
        : { soort: 'niets', berichtId };
    case 408:
    case 429:
      return storing(`antwoord ${ruw.status}`, false);
  }
  if (ruw.status >= 400 && ruw.status < 500)
    return { soort: 'fout-verzoek', velden: [], berichtId };
  return storing(`antwoord ${ruw.status}`, ruw.status !== 503);
}

/** 403 heeft bij DUO twee betekenissen: leeg is niet bevoegd, met teksten is inhoudelijk geweigerd. */
function verboden(ruw: DuoRuwAntwoord, berichtId: string): DuoAntwoord<never> | undefined {
  if (ruw.body === undefined) return { soort: 'niet-bevoegd', berichtId };
  const lijst = foutmeldingen.safeParse(Array.isArray(ruw.body) ? ruw.body : [ruw.body]);
  if (!lijst.success) return undefined;
  if (lijst.data.length === 0) return { soort: 'niet-bevoegd', berichtId };
  return { soort: 'geweigerd', foutteksten: lijst.data.map((f) => f.fouttekst), berichtId };
}

/** Alleen namen van velden: de waarden kunnen persoonsgegevens zijn. */
function veldnamen(fout: z.ZodError): string[] {
  const namen = fout.issues.flatMap((i) =>
    i.code === 'unrecognized_keys' ? i.keys : [i.path.join('.')],
  );
  return [...new Set(namen)].filter((n) => n !== '');
}
