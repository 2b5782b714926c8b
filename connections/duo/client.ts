import type { CertificaatStaat } from '../tls/certificaat.ts';
import { aanbodVragen } from './apis/aanbod.ts';
import { contactpersoonVragen } from './apis/contactpersoon.ts';
import { examenVragen } from './apis/examen.ts';
import { gebeurtenisVragen } from './apis/gebeurtenis.ts';
import { leerbaarheidstoetsVragen } from './apis/leerbaarheidstoets.ts';
import { pipVragen } from './apis/pip.ts';
import { plichtVragen } from './apis/plicht.ts';
import { resultaatVragen } from './apis/resultaten.ts';
import { termijnVragen } from './apis/termijn.ts';
import { urenVragen } from './apis/uren.ts';
import { vrijstellingVragen } from './apis/vrijstelling.ts';
import type { DuoTransport, Oin } from './transport.ts';
import type { DuoApi } from './versies.ts';
import { Majorwacht } from './versies.ts';
import type { Vragen } from './vraag.ts';
import { vragenNaar } from './vraag.ts';

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
      /** Wat een beheerder over de inhoud moet weten, bijvoorbeeld dat de lijst afgekapt kan zijn. */
      meldingen?: string[];
    }
  /** Er is niets geregistreerd, of DUO kent de persoon niet: dat onderscheid maakt DUO niet. */
  | { soort: 'niets' }
  /** DUO keurt de melding inhoudelijk af; de teksten zijn voor mensen, niet om op te sturen. */
  | { soort: 'geweigerd'; foutteksten: string[] }
  /** `aanmelding`: DUO herkent de gemeente zelf niet; het ligt niet aan de persoon. */
  | { soort: 'niet-bevoegd'; aanmelding?: true }
  /** Het verzoek klopt niet; opnieuw proberen helpt niet. `velden` gevuld als het niet is verzonden. */
  | { soort: 'fout-verzoek'; velden: string[] }
  /** `misschienVerwerkt`: het verzoek kan bij DUO zijn aangekomen. Dan eerst raadplegen, dan pas herhalen. */
  | { soort: 'storing'; reden: string; misschienVerwerkt: boolean; aanmelding?: true }
);

/** Ziet elk verzoek dat is geprobeerd, om te tellen. Krijgt geen persoonsgegevens. */
export type DuoWaarnemer = (waarneming: {
  systeem: 'duo';
  api: DuoApi;
  uitkomst: DuoAntwoord<unknown>['soort'];
  duurMs: number;
  /** Gevuld bij een storing. */
  reden?: string;
}) => void;

export type DuoOpties = {
  waarnemer?: DuoWaarnemer;
  /** Milliseconden sinds 1970; bepaalt hoe lang een API met een andere major stil ligt. */
  nu?: () => number;
};

/** Alles wat een gemeente bij DUO kan opvragen en melden. */
export type DuoVragen = ReturnType<typeof alleVragen>;

/** Eén client voor het hele systeem; elke vraag gaat uit namens één gemeente. */
export type DuoClient = {
  /** `bron`: het OIN van de gemeente die vraagt. */
  voor(bron: Oin): DuoVragen;
  /** Hoe het staat met elk certificaat waarmee DUO wordt benaderd; leeg bij de nabootsing. */
  certificaten(nu?: number): CertificaatStaat[];
  sluit(): Promise<void>;
};

/** Maakt de client op een transport. Geen van de vragen gooit bij wat DUO of het netwerk kan doen. */
export function duoClient(transport: DuoTransport, opties: DuoOpties = {}): DuoClient {
  const nu = opties.nu ?? Date.now;
  const majorwacht = new Majorwacht(nu);
  return {
    voor: (bron) =>
      alleVragen(vragenNaar({ transport, bron, majorwacht, waarnemer: opties.waarnemer })),
    certificaten: (op = nu()) => transport.certificaten?.(op) ?? [],
    sluit: () => transport.sluit(),
  };
}

function alleVragen(vragen: Vragen) {
  return {
    ...plichtVragen(vragen),
    ...leerbaarheidstoetsVragen(vragen),
    ...termijnVragen(vragen),
    ...vrijstellingVragen(vragen),
    ...examenVragen(vragen),
    ...gebeurtenisVragen(vragen),
    ...pipVragen(vragen),
    ...contactpersoonVragen(vragen),
    ...aanbodVragen(vragen),
    ...resultaatVragen(vragen),
    ...urenVragen(vragen),
  };
}
