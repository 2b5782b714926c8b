import { z } from 'zod';
import { metAanbod, weigerAanbod } from '../keuring/aanbod.ts';
import { vulNiveauAan, weigerPip, weigerVerwijderen } from '../keuring/pip.ts';
import type { Resultaat } from '../keuring/resultaat.ts';
import { weigerResultaat } from '../keuring/resultaat.ts';
import { metInstelling, metTotaal, weigerUren } from '../keuring/uren.ts';
import type { Persoon } from '../persoon/persoon.ts';
import {
  aanbodInhoud,
  dag,
  mapInhoud,
  pipInhoud,
  pvtInhoud,
  zrouteInhoud,
} from '../persoon/vorm.ts';
import type { Wereld, Wijziging } from '../wereld.ts';

/** Waarover een melding gaat en wie haar stuurt. */
export type Zaak = {
  wereld: Wereld;
  persoon: Persoon;
  gemeentecode: string;
  vandaag: string;
  instellingsnummer: string;
  /** Wat er na een PIP of een resultaat uit zichzelf volgt. */
  gevolgen: {
    naPip(persoon: Persoon): Wijziging[];
    naResultaat(persoon: Persoon): Wijziging[];
  };
};

/** Wat DUO met een melding doet: niets gevonden, geweigerd met redenen, of doorgevoerd. */
export type Besluit = { bestaatNiet: true } | { fouten: string[] } | { wijzigingen: Wijziging[] };

export type Meldingsoort = {
  api: string;
  methode: 'POST' | 'PUT' | 'DELETE';
  /** Onder `/personen/{bsn}`. */
  pad: string;
  /** Status als het gelukt is. */
  status: number;
  /** Een weigering heeft bij deze melding geen tekst. */
  zonderTekst?: boolean;
  /** De inhoud zoals DUO haar leest; `undefined` is 400. */
  lees(body: unknown): unknown;
  besluit(zaak: Zaak, inhoud: unknown): Besluit;
};

function soort<S extends z.ZodType>(
  vast: Omit<Meldingsoort, 'lees' | 'besluit'>,
  vorm: S,
  besluit: (zaak: Zaak, inhoud: z.output<S>) => Besluit,
): Meldingsoort {
  return {
    ...vast,
    lees: (body) => vorm.safeParse(body).data,
    besluit: (zaak, inhoud) => besluit(zaak, inhoud as z.output<S>),
  };
}

/** Zonder inhoud: wat er ook meekomt telt niet. */
const leeg = z.unknown().transform(() => null);

const keur = (fouten: string[], wijzigingen: () => Wijziging[]): Besluit =>
  fouten.length > 0 ? { fouten } : { wijzigingen: wijzigingen() };

const bewaar = (persoon: Persoon): Wijziging[] => [{ soort: 'persoon', persoon }];

const instellingVan = ({ wereld, instellingsnummer }: Zaak) =>
  wereld.instellingen().find((i) => i.instellingsnummer === instellingsnummer);

const PIP = { api: 'pip', pad: 'PIP' } as const;
const AANBOD = {
  api: 'inburgeringsaanbod',
  pad: 'Inburgeringsaanbod/:instellingsnummer',
} as const;
const RESULTAAT = { api: 'map-pvt-zroute', methode: 'PUT', status: 200 } as const;
const UREN = { api: 'gevolgdeuren', methode: 'PUT', status: 200 } as const;

const aantal = z.number().int().min(0).max(9999);

function resultaat(
  zaak: Zaak,
  wat: string,
  vorige: { datum?: string; gemeentecode?: string } | undefined,
  nieuw: Resultaat,
  bewaard: Partial<Persoon>,
): Besluit {
  const { persoon, gemeentecode, vandaag } = zaak;
  const fouten = weigerResultaat({ persoon, gemeentecode, vandaag, vorige, wat }, nieuw);
  return keur(fouten, () => zaak.gevolgen.naResultaat({ ...persoon, ...bewaard }));
}

function totaal(pad: string, veld: Parameters<typeof metTotaal>[2]): Meldingsoort {
  return soort(
    { ...UREN, pad, zonderTekst: true },
    z.object({ uren: aantal }),
    (zaak, { uren }) => {
      const { persoon, gemeentecode, vandaag } = zaak;
      const nieuw = metTotaal(persoon.uren ?? [], gemeentecode, veld, uren, vandaag);
      return { wijzigingen: bewaar({ ...persoon, uren: nieuw }) };
    },
  );
}

const PIP_MELDINGEN: readonly Meldingsoort[] = [
  soort({ ...PIP, methode: 'POST', status: 201 }, pipInhoud, (zaak, pip) => {
    const { persoon, gemeentecode, vandaag } = zaak;
    const regel = { gemeentecode, pip: vulNiveauAan(pip), ontvangenOp: vandaag };
    return keur(weigerPip(persoon, pip), () =>
      zaak.gevolgen.naPip({ ...persoon, pips: [...persoon.pips, regel] }),
    );
  }),
  soort({ ...PIP, methode: 'DELETE', status: 200 }, leeg, ({ persoon, gemeentecode }) => {
    if (persoon.pips.length === 0) return { bestaatNiet: true };
    const nieuw = { ...persoon, pips: persoon.pips.slice(0, -1) };
    delete nieuw.termijnVanaf;
    return keur(weigerVerwijderen(persoon, gemeentecode), () => bewaar(nieuw));
  }),
];

const AANBOD_MELDINGEN: readonly Meldingsoort[] = [
  soort({ ...AANBOD, methode: 'POST', status: 201 }, aanbodInhoud, (zaak, aanbod) => {
    const { persoon } = zaak;
    return keur(weigerAanbod(persoon, instellingVan(zaak), aanbod), () =>
      bewaar({ ...persoon, aanbod: metAanbod(persoon.aanbod ?? [], waar(zaak), aanbod) }),
    );
  }),
  soort({ ...AANBOD, methode: 'DELETE', status: 204 }, leeg, (zaak) => {
    const { persoon, instellingsnummer } = zaak;
    const rest = persoon.aanbod?.filter((a) => a.instellingsnummer !== instellingsnummer) ?? [];
    if (rest.length === (persoon.aanbod?.length ?? 0)) return { bestaatNiet: true };
    return { wijzigingen: bewaar({ ...persoon, aanbod: rest }) };
  }),
];

const waar = ({ gemeentecode, instellingsnummer }: Zaak) => ({ gemeentecode, instellingsnummer });

const RESULTAAT_MELDINGEN: readonly Meldingsoort[] = [
  soort({ ...RESULTAAT, pad: 'map' }, mapInhoud, (zaak, inhoud) => {
    const { datumEindgesprekMap: datum, verwijtbaar } = inhoud;
    const { map } = zaak.persoon;
    const vorige = map
      ? { datum: map.datumEindgesprekMap, gemeentecode: map.gemeentecode }
      : undefined;
    const bewaard = { map: { ...inhoud, gemeentecode: zaak.gemeentecode } };
    return resultaat(zaak, 'het eindgesprek MAP', vorige, { datum, verwijtbaar }, bewaard);
  }),
  soort({ ...RESULTAAT, pad: 'pvt' }, pvtInhoud, (zaak, inhoud) => {
    const { datumOndertekeningPvt: datum, verwijtbaar } = inhoud;
    const { pvt } = zaak.persoon;
    const vorige = pvt
      ? { datum: pvt.datumOndertekeningPvt, gemeentecode: pvt.gemeentecode }
      : undefined;
    const bewaard = { pvt: { ...inhoud, gemeentecode: zaak.gemeentecode } };
    return resultaat(zaak, 'de ondertekening PVT', vorige, { datum, verwijtbaar }, bewaard);
  }),
  soort({ ...RESULTAAT, pad: 'zroute' }, zrouteInhoud, (zaak, inhoud) => {
    const { persoon, gemeentecode } = zaak;
    const nieuw = { ...persoon, zroute: { ...inhoud, gemeentecode } };
    return { wijzigingen: zaak.gevolgen.naResultaat(nieuw) };
  }),
];

const UREN_MELDINGEN: readonly Meldingsoort[] = [
  totaal('uren/bredeintake/taallesknm', 'TaallesEnKnmBredeIntake'),
  totaal('uren/participatieactiviteiten', 'ParticipatieactiviteitenBredeIntake'),
  totaal('uren/participatietaalles', 'ParticipatieAlsTaalles'),
  soort(
    { ...UREN, pad: 'uren/instellingen/:instellingsnummer/taallesknm' },
    z.object({
      bekendTot: dag,
      uren: aantal.optional(),
      urenGeoorloofdVerzuim: aantal.optional(),
      urenOngeoorloofdVerzuim: aantal.optional(),
    }),
    (zaak, inhoud) => {
      const { persoon, vandaag } = zaak;
      const fouten = weigerUren(persoon, instellingVan(zaak), waar(zaak), inhoud, vandaag);
      return keur(fouten, () =>
        bewaar({ ...persoon, uren: metInstelling(persoon.uren ?? [], waar(zaak), inhoud) }),
      );
    },
  ),
];

const LBT_MELDINGEN: readonly Meldingsoort[] = [
  soort(
    {
      api: 'leerbaarheidstoets',
      methode: 'DELETE',
      pad: 'lbt/examennummer',
      status: 200,
      zonderTekst: true,
    },
    leeg,
    ({ persoon }) => {
      if (!persoon.lbt?.examennummer) return { bestaatNiet: true };
      const { examennummer: _, ...lbt } = persoon.lbt;
      return { wijzigingen: bewaar({ ...persoon, lbt }) };
    },
  ),
];

/** Elke melding over een persoon. */
export const MELDINGEN: readonly Meldingsoort[] = [
  ...PIP_MELDINGEN,
  ...AANBOD_MELDINGEN,
  ...RESULTAAT_MELDINGEN,
  ...UREN_MELDINGEN,
  ...LBT_MELDINGEN,
];
