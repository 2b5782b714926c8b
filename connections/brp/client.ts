import { readFileSync } from 'node:fs';
import { Agent } from 'undici';
import { z } from 'zod';
import type { BrpGevonden, BrpPersoon } from './persoon.ts';
import { brpGevonden, brpPersoon } from './persoon.ts';
import type { Veldset } from './veldsets.ts';
import { VELDSETS } from './veldsets.ts';
import { type Mislukt, type Post, stelVraag } from './verzoek.ts';

/** Wat de BRP kan antwoorden, als waarde. */
export type BrpAntwoord =
  | { soort: 'ok'; waarde: BrpPersoon[]; veldset: Veldset }
  /** Geen van de gevraagde personen is bekend. */
  | { soort: 'niets' }
  | Exclude<Mislukt, { soort: 'te-veel' }>;

/** Wat een zoekvraag kan opleveren. */
export type BrpZoekantwoord =
  | { soort: 'ok'; waarde: BrpGevonden[]; veldset: 'zoeken' }
  | { soort: 'niets' }
  | Mislukt;

/** Zoeken kan op adres of op naam met geboortedag; andere zoekvragen zijn voor dit werk niet nodig. */
export type BrpZoekvraag =
  | {
      op: 'adres';
      /** `1234AB` */
      postcode: string;
      huisnummer: number;
      huisletter?: string;
      huisnummertoevoeging?: string;
    }
  | {
      op: 'naam';
      geslachtsnaam: string;
      voornamen?: string;
      /** Volledige dag, jjjj-mm-dd. */
      geboortedatum: string;
    };

export type BrpClient = {
  /** Raadpleegt 1 tot `BRP_HOOGSTENS` personen. Gooit niet bij fouten van de BRP of het netwerk. */
  raadpleeg(bsns: readonly string[], veldset: Veldset): Promise<BrpAntwoord>;
  /** Zoekt personen. De BRP geeft er hoogstens tien; bij meer geeft zij er geen (`te-veel`). */
  zoek(vraag: BrpZoekvraag): Promise<BrpZoekantwoord>;
  sluit(): Promise<void>;
};

export type BrpInstelling = {
  /** Basisadres zonder `/personen`, bijvoorbeeld `https://host/haalcentraal/api/brp`. */
  basisUrl: string;
  /** Hoogste duur van een verzoek met antwoord, in milliseconden. */
  timeoutMs: number;
  apiKey?: string;
  certificaat?: { keyPad: string; certPad: string; caPad: string };
};

/** Zoveel personen laat de BRP in één vraag toe. */
export const BRP_HOOGSTENS = 20;

const MAX_ANTWOORD = 5_000_000;

const personenAntwoord = z.object({ personen: z.array(brpPersoon) });
const zoekAntwoord = z.object({ personen: z.array(brpGevonden) });

/** Client voor Haal Centraal BRP Personen bevragen 2. */
export function brpClient(instelling: BrpInstelling): BrpClient {
  const { certificaat } = instelling;
  const agent = new Agent({
    maxResponseSize: MAX_ANTWOORD,
    ...(certificaat && {
      connect: {
        key: readFileSync(certificaat.keyPad),
        cert: readFileSync(certificaat.certPad),
        ca: readFileSync(certificaat.caPad),
        minVersion: 'TLSv1.2' as const,
      },
    }),
  });
  const post: Post = {
    agent,
    url: `${instelling.basisUrl.replace(/\/+$/, '')}/personen`,
    timeoutMs: instelling.timeoutMs,
    ...(instelling.apiKey ? { apiKey: instelling.apiKey } : {}),
  };
  return {
    raadpleeg: (bsns, veldset) => raadpleeg(post, bsns, veldset),
    zoek: (vraag) => zoek(post, vraag),
    sluit: () => agent.destroy(),
  };
}

async function raadpleeg(
  post: Post,
  bsns: readonly string[],
  veldset: Veldset,
): Promise<BrpAntwoord> {
  const aantalKlopt = bsns.length >= 1 && bsns.length <= BRP_HOOGSTENS;
  if (!aantalKlopt || !bsns.every((bsn) => /^\d{9}$/.test(bsn))) {
    const reden = `vraag 1 tot ${BRP_HOOGSTENS} burgerservicenummers van negen cijfers`;
    return { soort: 'fout-verzoek', reden, velden: ['burgerservicenummer'] };
  }
  const antwoord = await stelVraag(
    post,
    {
      type: 'RaadpleegMetBurgerservicenummer',
      burgerservicenummer: bsns,
      fields: VELDSETS[veldset],
    },
    personenAntwoord,
  );
  if (antwoord.soort === 'te-veel') return { soort: 'storing', reden: antwoord.reden };
  if (antwoord.soort !== 'ok') return antwoord;
  const { personen } = antwoord.inhoud;
  return personen.length === 0 ? { soort: 'niets' } : { soort: 'ok', waarde: personen, veldset };
}

async function zoek(post: Post, vraag: BrpZoekvraag): Promise<BrpZoekantwoord> {
  const { op, ...zoekvelden } = vraag;
  const type =
    op === 'adres' ? 'ZoekMetPostcodeEnHuisnummer' : 'ZoekMetGeslachtsnaamEnGeboortedatum';
  const antwoord = await stelVraag(
    post,
    { type, ...zoekvelden, fields: VELDSETS.zoeken },
    zoekAntwoord,
  );
  if (antwoord.soort !== 'ok') return antwoord;
  const { personen } = antwoord.inhoud;
  return personen.length === 0
    ? { soort: 'niets' }
    : { soort: 'ok', waarde: personen, veldset: 'zoeken' };
}
