import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type Datum, plusDagen } from '../../rules/shared/datum.ts';
import { inWoorden } from '../../rules/shared/tekst.ts';
import type { Feit } from '../../rules/stand/feiten.ts';
import { zetBerichtKlaar } from '../../server/bericht/persoonsbericht.ts';
import type { Tx } from '../../server/db/db.ts';
import type { NieuwFeit } from '../../server/dossier/feiten.ts';
import { eenmalig } from '../../server/http/idempotentie.ts';
import { problemen } from '../../server/http/probleem.ts';
import { nieuwId } from '../../server/id.ts';
import type { Routes, Toepassing } from '../../server/toepassing.ts';
import { DossierParams } from '../shared/dossier.schema.ts';
import { aanspreekpunten } from './overdracht.ts';
import { AanspreekpuntVraag, VastgelegdAntwoord } from './plan.schema.ts';
import { keurGezien, neemZaak, schrijf, veldfout, type Zaak } from './zaak.routes.ts';

type Vraag = z.output<typeof AanspreekpuntVraag>;

/** Verder vooruit wordt geen gesprek gepland; dan is het jaar verkeerd getypt. */
const HOOGSTENS_DAGEN_VOORUIT = 366;

/** Eén aanspreekpunt tegelijk: een nieuw begint niet vóór het vorige. */
function keurVolgorde(v: Vraag, laatste: Feit<'aanspreekpunt'> | undefined): void {
  if (!laatste || v.vanaf >= laatste.inhoud.vanaf) return;
  throw veldfout(
    'vanaf',
    'voor-vorige',
    `${laatste.inhoud.naam} is het aanspreekpunt vanaf ${inWoorden(laatste.inhoud.vanaf)}. Kies die dag of later.`,
  );
}

function keurOverdracht({ overdracht, afspraak }: Vraag, vandaag: Datum): void {
  if (afspraak && overdracht?.vorm !== 'driegesprek')
    throw veldfout('afspraak', 'geen-driegesprek', 'Alleen een driegesprek komt zo in de agenda.');
  if (!overdracht) return;
  if (afspraak && overdracht.op < vandaag)
    throw veldfout(
      'overdracht.op',
      'dag-voorbij',
      'Deze dag is al voorbij. Kies vandaag of later.',
    );
  if (overdracht.op > plusDagen(vandaag, HOOGSTENS_DAGEN_VOORUIT))
    throw veldfout('overdracht.op', 'dag-te-ver', 'Kies een dag binnen een jaar.');
  if (!afspraak && overdracht.op > vandaag && overdracht.vorm !== 'driegesprek')
    throw veldfout('overdracht.op', 'toekomst', 'Leg dit vast als het is gebeurd.');
}

function gesprekFeit(v: Vraag, afspraakId: string, vandaag: Datum): NieuwFeit[] {
  const { afspraak, overdracht } = v;
  if (!afspraak || !overdracht) return [];
  const { tolkTaal, ...rest } = afspraak;
  return [
    {
      soort: 'afspraak',
      inhoud: {
        ...rest,
        afspraakId,
        soort: 'driegesprek',
        datum: overdracht.op as Datum,
        ...(tolkTaal ? { tolkTaal } : {}),
      },
      geldigOp: vandaag,
      bron: 'medewerker',
    },
  ];
}

/** Wie hetzelfde zegt over dezelfde persoon verbetert; een andere naam is een overdracht. */
const verbetert = (v: Vraag, laatste: Feit<'aanspreekpunt'> | undefined): boolean =>
  laatste?.inhoud.naam === v.naam && laatste.inhoud.fase === v.fase;

function puntFeit(
  v: Vraag,
  zaak: Zaak,
  laatste: Feit<'aanspreekpunt'> | undefined,
  afspraakId: string,
) {
  const { overdracht, medewerkerId, fase, naam, organisatie, vanaf } = v;
  const zelfde = verbetert(v, laatste);
  const eerder = zelfde ? laatste?.inhoud.overdracht?.afspraakId : undefined;
  const gesprek = v.afspraak ? afspraakId : eerder;
  const feit: NieuwFeit = {
    soort: 'aanspreekpunt',
    inhoud: {
      fase,
      naam,
      organisatie,
      vanaf: vanaf as Datum,
      ...(medewerkerId ? { medewerkerId } : {}),
      ...(overdracht
        ? {
            overdracht: {
              op: overdracht.op as Datum,
              vorm: overdracht.vorm,
              ...(overdracht.met ? { met: overdracht.met } : {}),
              ...(gesprek && overdracht.vorm === 'driegesprek' ? { afspraakId: gesprek } : {}),
            },
          }
        : {}),
    },
    bron: 'medewerker',
    geldigOp: zaak.door.vandaag,
    ...(zelfde && laatste ? { vervangt: laatste.id } : {}),
  };
  return feit;
}

async function draagOver(req: FastifyRequest, tx: Tx, t: Toepassing, dossierId: string) {
  const v = req.body as Vraag;
  const zaak = await neemZaak(req, tx, t, dossierId);
  const laatste = aanspreekpunten(zaak.l.g).at(-1);
  keurGezien(laatste as Feit | undefined, v.vorige, 'het aanspreekpunt');
  if (!verbetert(v, laatste)) keurVolgorde(v, laatste);
  keurOverdracht(v, zaak.door.vandaag);
  const afspraakId = nieuwId();
  const feitId = await schrijf(req, tx, zaak, [
    puntFeit(v, zaak, laatste, afspraakId),
    ...gesprekFeit(v, afspraakId, zaak.door.vandaag),
  ]);
  if (!v.afspraak) return { feitId, id: v.fase };
  // Het adres kan van een dossier zijn dat in dit is opgegaan.
  const { gemeenteId, dossierId: hier } = zaak.d;
  await zetBerichtKlaar(tx, {
    gemeenteId,
    dossierId: hier,
    afspraakId,
    wat: 'uitnodiging',
    nu: zaak.door.nu,
    medewerkerId: req.gebruiker.id,
  });
  return { feitId, id: afspraakId };
}

/** Het vaste aanspreekpunt per fase, en de overdracht naar het volgende. */
export const registreerAanspreekpunt: Routes = (app, t) => {
  app.post(
    '/v1/dossiers/:dossierId/plan/aanspreekpunten',
    {
      config: { handeling: 'plan.bewerken' },
      schema: {
        tags: ['Plan'],
        summary:
          'Een aanspreekpunt vastleggen of overdragen; een driegesprek komt in de agenda en de persoon hoort het',
        params: DossierParams,
        body: AanspreekpuntVraag,
        response: { 201: VastgelegdAntwoord, ...problemen },
      },
    },
    async (req, reply) => {
      const antwoord = await req.inBereik((tx) =>
        eenmalig(req, tx, () => draagOver(req, tx, t, req.params.dossierId)),
      );
      return reply.code(201).send(antwoord);
    },
  );
};
