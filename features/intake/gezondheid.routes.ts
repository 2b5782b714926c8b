import type { Feit } from '../../rules/stand/feiten.ts';
import { nietGevonden, problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { App, Toepassing } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import {
  inWoorden,
  keurWaarde,
  type Vraag,
  type Waarde,
  zelfdeWaarde,
} from '../shared/vraag.schema.ts';
import { toonAntwoord } from './intake.beeld.ts';
import {
  AntwoordVerzoek,
  BelastbaarheidVerzoek,
  type Gezondheid,
  GezondheidSchema,
  IntakeSchema,
  VraagParams,
} from './intake.schema.ts';
import { bewaarBijzonder, leesBijzonder } from './intake.store.ts';
import { GEZONDHEIDSVRAGEN, vindGezondheidsvraag } from './vragen/vragenlijst.ts';
import {
  keurFeit,
  keurVersie,
  leesplek,
  ongeldig,
  schrijf,
  schrijfEnToon,
  schrijfplek,
  spoor,
  type Werkplek,
} from './werkplek.routes.ts';

const tags = ['Intake'];

async function toonGezondheid({ tx, dossier, door }: Werkplek): Promise<Gezondheid> {
  const antwoorden = new Map((await leesBijzonder(tx, dossier)).map((a) => [a.vraag, a]));
  return {
    vragen: GEZONDHEIDSVRAGEN.map((v) => {
      const a = antwoorden.get(v.id);
      const bron = a && {
        feitId: a.id,
        vanMedewerker: true,
        bron: a.door ?? 'medewerker',
        door: a.door,
        op: a.geldigOp,
        vastgelegdOp: a.vastgelegdOp,
      };
      return {
        ...v,
        vanToepassing: true,
        antwoord: a && bron ? toonAntwoord(bron, a.waarde, door.vandaag) : null,
      };
    }),
  };
}

async function bewaar(
  plek: Werkplek,
  vraag: Vraag,
  waarde: Waarde | null,
  { vervangt, streng }: { vervangt: string | null; streng?: boolean },
): Promise<void> {
  const { tx, dossier, door } = plek;
  const huidig = (await leesBijzonder(tx, dossier)).findLast((a) => a.vraag === vraag.id);
  if (zelfdeWaarde(huidig?.waarde ?? null, waarde)) return;
  const vorige = huidig && {
    id: huidig.id,
    wie: huidig.door ?? 'medewerker',
    wanneer: huidig.vastgelegdOp,
    medewerkerId: huidig.medewerkerId,
  };
  const wat = `${vraag.vraag} ${inWoorden(huidig?.waarde ?? null)}`;
  const id = nieuwId();
  await bewaarBijzonder(tx, dossier, {
    id,
    vraag: vraag.id,
    waarde,
    geldigOp: door.vandaag,
    nu: door.nu,
    medewerkerId: door.medewerkerId,
    vervangt: keurVersie(vorige, vervangt, streng ? null : door.medewerkerId, wat) ?? null,
  });
  await spoor(plek, 'wijzigen', 'gezondheid', id);
  if (waarde !== null && !plek.l.intake.gezondheidBesproken) await zetBesproken(plek);
}

/** Wie iets over gezondheid opschrijft, heeft het besproken; anderen zien alleen dat. */
async function zetBesproken(plek: Werkplek): Promise<void> {
  const huidig = plek.l.g.laatste('gezondheid-besproken');
  await schrijf(
    plek,
    [
      {
        soort: 'gezondheid-besproken',
        inhoud: { ...huidig?.inhoud, besproken: true },
        geldigOp: plek.door.vandaag,
        bron: 'medewerker',
        ...(huidig ? { vervangt: huidig.id } : {}),
      },
    ],
    'gezondheid-besproken',
  );
}

function registreerAntwoorden(app: App, t: Toepassing): void {
  app.get(
    '/v1/dossiers/:dossierId/intake/gezondheid',
    {
      config: { handeling: 'gezondheid.lezen' },
      schema: {
        tags,
        summary: 'De antwoorden over gezondheid, alleen voor wie dat recht heeft',
        params: DossierParams,
        response: { 200: GezondheidSchema, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const plek = await leesplek(req, tx, t, req.params.dossierId);
        await spoor(plek, 'lezen', 'gezondheid');
        return toonGezondheid(plek);
      }),
  );

  app.put(
    '/v1/dossiers/:dossierId/intake/gezondheid/:vraag',
    {
      config: { handeling: 'gezondheid.lezen' },
      schema: {
        tags,
        summary: 'Eén antwoord over gezondheid vastleggen of leegmaken',
        params: VraagParams,
        body: AntwoordVerzoek,
        response: { 200: GezondheidSchema, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const plek = await schrijfplek(req, tx, t, req.params.dossierId);
        const vraag = vindGezondheidsvraag(req.params.vraag);
        if (!vraag) throw nietGevonden('Deze vraag');
        const keuring = keurWaarde(vraag, req.body.waarde);
        if ('fout' in keuring) throw ongeldig('waarde', keuring.fout);
        await bewaar(plek, vraag, keuring.waarde, req.body);
        return toonGezondheid(plek);
      }),
  );
}

/** Gezondheid: de inhoud in een eigen tabel met een eigen recht, het gevolg als feit. */
export function registreerGezondheid(app: App, t: Toepassing): void {
  registreerAntwoorden(app, t);

  app.put(
    '/v1/dossiers/:dossierId/intake/belastbaarheid',
    {
      config: { handeling: 'intake.bewerken' },
      schema: {
        tags,
        summary: 'Vastleggen dat gezondheid is besproken en wat het gevolg is',
        params: DossierParams,
        body: BelastbaarheidVerzoek,
        response: { 200: IntakeSchema, ...problemen },
      },
    },
    (req) =>
      req.inBereik(async (tx) => {
        const plek = await schrijfplek(req, tx, t, req.params.dossierId);
        const { besproken, gevolgen } = req.body;
        if (!besproken && gevolgen.length > 0)
          throw ongeldig('gevolgen', 'Een gevolg kan alleen als gezondheid is besproken.');
        if (gevolgen.includes('geen gevolgen') && gevolgen.length > 1)
          throw ongeldig('gevolgen', 'Kies ‘geen gevolgen’ of de gevolgen die er zijn.');
        const huidig = plek.l.g.laatste('gezondheid-besproken');
        const wat =
          huidig?.inhoud.gevolg ?? (huidig?.inhoud.besproken ? 'besproken' : 'niet besproken');
        const vorige = await keurFeit(plek, huidig as Feit | undefined, req.body, wat);
        return schrijfEnToon(
          plek,
          {
            soort: 'gezondheid-besproken',
            inhoud: { besproken, ...(gevolgen.length > 0 ? { gevolg: gevolgen.join('; ') } : {}) },
            geldigOp: plek.door.vandaag,
            bron: 'medewerker',
            ...vorige,
          },
          'gezondheid-besproken',
        );
      }),
  );
}
