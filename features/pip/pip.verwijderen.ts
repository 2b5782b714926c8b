import { pipVerwijderenDuo } from '../../rules/pip-wijziging/pip-verwijderen-duo.ts';
import type { Reden } from '../../rules/shared/antwoord.ts';
import type { Zaak } from './pip.controle.ts';

type Bericht = { onderwerpId: string; soort: string; staat: string };

type Verwijdervraag = Pick<Zaak, 'lezing' | 'pip'> & {
  heeftVierOgen: boolean;
  schrijvers: ReadonlySet<string>;
};

/** Het laatste bericht waarmee dit PIP naar DUO ging. */
export function pipBericht<B extends Bericht>(
  berichten: readonly B[],
  pipId: string,
): B | undefined {
  return berichten.findLast((b) => b.onderwerpId === pipId && b.soort === 'pip');
}

/**
 * Waarom dit PIP nu niet bij DUO kan worden verwijderd; leeg als het kan. DUO laat het toe zolang de termijn niet is
 * vastgesteld en er geen cursusuren zijn. Verwijderen volgt de vier ogen van het vaststellen.
 */
export function redenenTegenVerwijderen(
  { lezing, pip, heeftVierOgen, schrijvers }: Verwijdervraag,
  berichten: readonly Bericht[],
  gebruikerId: string,
): Reden[] {
  const staat = pipBericht(berichten, pip.pipId)?.staat;
  if (staat !== 'geaccepteerd' && staat !== 'bezig') {
    return [{ code: 'niet-bij-duo', tekst: 'DUO heeft dit PIP niet; er is niets te verwijderen.' }];
  }
  const oordeel = pipVerwijderenDuo({
    inburgeringstermijnVastgesteld: lezing.g.laatste('inburgeringstermijn') !== undefined,
    cursusurenOpHuidigAanbod: lezing.g
      .alle('uren')
      .some(({ inhoud: u }) => u.soort === 'taal-en-knm' && !u.inBredeIntake && u.totaal > 0),
  });
  const redenen = oordeel.uitkomst === 'voldoet-niet' ? oordeel.redenen : [];
  if (!heeftVierOgen || !schrijvers.has(gebruikerId)) return redenen;
  const tekst =
    'U schreef mee aan dit PIP. Deze gemeente wil dat een ander het bij DUO verwijdert.';
  return [...redenen, { code: 'vier-ogen', tekst }];
}
