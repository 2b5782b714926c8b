import type { Feit } from '../../../rules/stand/feiten.ts';
import type { Lezing } from '../../../rules/stand/lezing.ts';
import type { PipDetail } from '../pip.schema.ts';

type Voorgelegd = {
  lezing: Pick<Lezing, 'g'>;
  pip: {
    pipId: string;
    staat: PipDetail['staat'];
    opgesteldDoor: { medewerkerId: string } | null;
  };
};

const laatste = ({ lezing, pip }: Voorgelegd): Feit<'pip-concept'> | undefined =>
  lezing.g.alle('pip-concept').findLast((f) => f.inhoud.pipId === pip.pipId);

/** Of deze gebruiker het PIP opstelde of voorlegde; die neemt het terug zonder reden. */
export function isVanZelf(zaak: Voorgelegd, gebruikerId: string): boolean {
  if (zaak.pip.opgesteldDoor?.medewerkerId === gebruikerId) return true;
  return laatste(zaak)?.inhoud.voorlegger === gebruikerId;
}

/** Wie dit concept teruggaf en waarom; niets als het zelf is teruggenomen of opnieuw is voorgelegd. */
export function teruggegeven(zaak: Voorgelegd): PipDetail['teruggegeven'] {
  const f = laatste(zaak);
  if (zaak.pip.staat !== 'concept' || !f?.inhoud.terug) return null;
  return { ...f.inhoud.terug, op: f.vastgelegdOp };
}
