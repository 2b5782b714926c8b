import type { FastifyRequest } from 'fastify';
import { bezwaartermijn } from '../../rules/bezwaar/bezwaartermijn.ts';
import { datum } from '../../rules/shared/datum.ts';
import type { VerzendStand } from '../verzending/verzending.read.ts';
import { controleer } from './pip.controle.ts';
import type { PipDetail, PipRegel } from './pip.schema.ts';
import type { PipRij } from './pip.store.ts';
import { geldendeId, type PipDossier, type PipZaak, redenenTegen } from './pip.zaak.ts';

/** Eén versie in de lijst, met de staat bij DUO. */
export function regelVan(
  pip: PipRij,
  zaak: Pick<PipDossier, 'lezing'>,
  verzendingen: readonly VerzendStand[],
): PipRegel {
  const feit = zaak.lezing.g.alle('pip-vastgesteld').findLast((f) => f.inhoud.pipId === pip.pipId);
  const bezwaar =
    feit &&
    bezwaartermijn(
      { waarde: feit.inhoud.bekendgemaaktOp, bron: 'beschikking' },
      zaak.lezing.beleid.extraVrijeDagen,
    );
  const v = verzendingen.findLast((x) => x.onderwerpId === pip.pipId);
  const { inhoud, revisie: _, ...rest } = pip;
  return {
    ...rest,
    leerroute: inhoud.leerroute ?? null,
    geldend: geldendeId(zaak) === pip.pipId,
    bezwaarTotEnMet: bezwaar?.laatsteDag ?? null,
    duo: v
      ? {
          verzendingId: v.verzendingId,
          staat: v.staat,
          sinds: v.afgerondOp ?? v.gemaaktOp,
          pogingen: v.pogingen,
          foutteksten: v.foutteksten,
          laatsteFout: v.laatsteFout,
        }
      : null,
  };
}

/** Eén versie met alles wat erover te zeggen is voor deze gebruiker. */
export function detailVan(
  req: FastifyRequest,
  zaak: PipZaak,
  verzendingen: readonly VerzendStand[],
  gevraagd: string | undefined,
): PipDetail {
  const { pip, lezing } = zaak;
  const dag = pip.dagtekening ?? (gevraagd ? datum(gevraagd) : zaak.vandaag);
  const controle = controleer(zaak, dag);
  const mogelijk = (handeling: Parameters<typeof redenenTegen>[1]) => {
    const redenen = redenenTegen(zaak, handeling, req.gebruiker, controle);
    return { mag: redenen.length === 0, redenen };
  };
  return {
    ...regelVan(pip, zaak, verzendingen),
    dossierId: zaak.dossier.dossierId,
    revisie: pip.revisie,
    doelgroep: lezing.doelgroep.waarde,
    eerstePip: lezing.allereerstePip === undefined,
    vierOgen: zaak.heeftVierOgen,
    inhoud: pip.inhoud,
    controle,
    handelingen: {
      wijzigen: mogelijk('wijzigen'),
      voorleggen: mogelijk('voorleggen'),
      terugnemen: mogelijk('terugnemen'),
      vaststellen: mogelijk('vaststellen'),
      intrekken: mogelijk('intrekken'),
    },
  };
}
