import { INTAKE_ONDERDELEN, type OnderdeelId } from '../../rules/brede-intake/onderdelen.ts';
import type { Vraag, Vragenlijst } from '../shared/vraag.schema.ts';

/** Wat een gemeente over een vraag heeft besloten. */
export type Vraagbesluit = {
  vraagId: string;
  geldigVanaf: string;
  inhoud: Eigen | Anders;
};

type Gedeeld = {
  vraag: string;
  hulp?: string | undefined;
  /** Wordt niet (meer) gesteld. Antwoorden van eerder blijven staan. */
  verborgen: boolean;
  /** Zonder antwoord is de intake niet af. */
  verplicht: boolean;
  /** Komt na deze vraag; leeg is vooraan in het leefgebied; afwezig is de gewone plek. */
  na?: string | undefined;
};

/** Een vraag van Meedoen die de gemeente anders stelt. Soort en keuzes blijven: daar hangen antwoorden aan. */
export type Anders = Gedeeld & { soort: 'ingebouwd' };

/** Een vraag die de gemeente zelf toevoegt. */
export type Eigen = Gedeeld & {
  soort: 'eigen';
  onderdeel: OnderdeelId;
  type: Vraag['type'];
  opties?: string[] | undefined;
  bereik?: { van: number; tot: number; eenheid: string } | undefined;
  alleenAls?: { vraag: string; is: (string | boolean)[] } | undefined;
  /** Sleutel van het wettelijk doel. */
  doel: string;
  waarom: string;
};

const LEEFGEBIED = new Map(INTAKE_ONDERDELEN.map((o) => [o.id, o.leefgebied]));

/** Wat per vraag op `dag` geldt: de laatste versie die is ingegaan. */
export function geldendeBesluiten<B extends Vraagbesluit>(
  besluiten: readonly B[],
  dag: string,
): Map<string, B> {
  const geldend = new Map<string, B>();
  for (const b of [...besluiten].sort((x, y) => x.geldigVanaf.localeCompare(y.geldigVanaf)))
    if (b.geldigVanaf <= dag) geldend.set(b.vraagId, b);
  return geldend;
}

function anders(v: Vraag, i: Anders): Vraag {
  const { hulp: _, ...rest } = v;
  return {
    ...rest,
    vraag: i.vraag,
    ...(i.hulp ? { hulp: i.hulp } : {}),
    ...(i.verplicht ? { verplicht: true } : {}),
    ...(i.vraag === v.vraag ? {} : { oorspronkelijk: v.vraag }),
  };
}

function eigen(id: string, i: Eigen): Vraag {
  return {
    id,
    onderdeel: i.onderdeel,
    leefgebied: LEEFGEBIED.get(i.onderdeel) ?? 'meedoen',
    vraag: i.vraag,
    type: i.type,
    waarom: i.waarom,
    eigen: true,
    ...(i.opties ? { opties: i.opties } : {}),
    ...(i.bereik ? { bereik: i.bereik } : {}),
    ...(i.hulp ? { hulp: i.hulp } : {}),
    ...(i.alleenAls ? { alleenAls: i.alleenAls } : {}),
    ...(i.verplicht ? { verplicht: true } : {}),
  };
}

/** Zet een vraag na haar anker; zonder bruikbaar anker achteraan in haar onderdeel of leefgebied. */
function zetIn(lijst: Vraag[], vraag: Vraag, na: string | undefined): void {
  if (na === '') {
    const eerste = lijst.findIndex((v) => v.leefgebied === vraag.leefgebied);
    lijst.splice(Math.max(eerste, 0), 0, vraag);
    return;
  }
  const passen = [
    (v: Vraag) => v.id === na && v.leefgebied === vraag.leefgebied,
    (v: Vraag) => v.onderdeel === vraag.onderdeel,
    (v: Vraag) => v.leefgebied === vraag.leefgebied,
  ];
  const plek = passen.map((p) => lijst.findLastIndex(p)).find((i) => i >= 0) ?? lijst.length - 1;
  lijst.splice(plek + 1, 0, vraag);
}

/**
 * De vragen van de intake op een dag: die van Meedoen, met wat de gemeente anders stelt, verbergt,
 * verplaatst en toevoegt.
 */
export function stelSamen(
  ingebouwd: readonly Vraag[],
  besluiten: readonly Vraagbesluit[],
  dag: string,
): Vragenlijst {
  const geldend = geldendeBesluiten(besluiten, dag);
  const inhoudVan = (id: string) => geldend.get(id)?.inhoud;
  const lijst: Vraag[] = ingebouwd.flatMap((v) => {
    const i = inhoudVan(v.id);
    if (i?.soort !== 'ingebouwd') return [v];
    return i.na === undefined ? [anders(v, i)] : [];
  });
  const opId = new Map(ingebouwd.map((v) => [v.id, v]));
  for (const { vraagId, inhoud } of geldend.values()) {
    const bron = opId.get(vraagId);
    if (inhoud.soort === 'eigen') zetIn(lijst, eigen(vraagId, inhoud), inhoud.na);
    else if (bron && inhoud.na !== undefined) zetIn(lijst, anders(bron, inhoud), inhoud.na);
  }
  const alle = lijst.filter((v) => !inhoudVan(v.id)?.verborgen);
  const index = new Map(alle.map((v) => [v.id, v]));
  return { alle, vind: (id) => index.get(id) };
}
