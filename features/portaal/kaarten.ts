/** Eén veld in het portaal van DUO, in de volgorde waarin het daar wordt ingevuld. */
export type Kaartveld = {
  id: string;
  label: string;
  soort: 'datum' | 'bedrag' | 'keuze' | 'tekst' | 'lang';
  opties?: readonly string[];
  hint?: string;
  optioneel?: true;
};

export type KaartSoort = 'boete' | 'bio-advies' | 'verklaring';

type Kaart = {
  naam: string;
  /** Waarom dit met de hand moet, en waar in het portaal. */
  uitleg: string;
  grondslag: string;
  velden: readonly Kaartveld[];
};

/**
 * Waarvoor DUO geen koppeling heeft. De velden zijn wat de wet vraagt; het scherm van DUO kan er meer
 * tonen. Het burgerservicenummer hoort bij elke kaart en wordt nooit bewaard: het komt uit het dossier.
 */
export const KAARTEN: Readonly<Record<KaartSoort, Kaart>> = {
  boete: {
    naam: 'Boete van de gemeente',
    uitleg:
      'DUO heeft geen koppeling voor boetes van de gemeente. Voer de boete in zodra zij is bekendgemaakt.',
    grondslag: 'Besluit inburgering 2021, art. 9.6 lid 4',
    velden: [
      {
        id: 'reden',
        label: 'Waarvoor',
        soort: 'keuze',
        opties: ['Brede intake of leerbaarheidstoets', 'Afspraken in het PIP'],
      },
      { id: 'datumBeschikking', label: 'Datum van de beschikking', soort: 'datum' },
      { id: 'bedrag', label: 'Bedrag in hele euro’s', soort: 'bedrag' },
      {
        id: 'datumOnherroepelijk',
        label: 'Onherroepelijk sinds',
        soort: 'datum',
        hint: 'Leeg zolang bezwaar of beroep nog kan.',
        optioneel: true,
      },
      { id: 'kenmerk', label: 'Kenmerk van de beschikking', soort: 'tekst', optioneel: true },
    ],
  },
  'bio-advies': {
    naam: 'Advies over een ontheffing',
    uitleg:
      'DUO vraagt het college om advies over een ontheffing wegens bijzondere individuele omstandigheden. Schrijf geen medische gegevens op; noem alleen wat de omstandigheden voor het inburgeren betekenen.',
    grondslag: 'Wet inburgering 2021, art. 5; Besluit inburgering 2021, art. 2.8',
    velden: [
      { id: 'datumAdvies', label: 'Datum van het advies', soort: 'datum' },
      {
        id: 'strekking',
        label: 'Het college adviseert',
        soort: 'keuze',
        opties: ['Ontheffing verlenen', 'Geen ontheffing verlenen'],
      },
      { id: 'motivering', label: 'Motivering', soort: 'lang' },
      { id: 'kenmerk', label: 'Kenmerk van het advies', soort: 'tekst', optioneel: true },
    ],
  },
  verklaring: {
    naam: 'Verklaring van de gemeente',
    uitleg:
      'Een verklaring die DUO bij een verzoek van de inburgeraar betrekt, zoals over de inspanning bij een verlenging.',
    grondslag: 'Besluit inburgering 2021, art. 9.2',
    velden: [
      {
        id: 'onderwerp',
        label: 'Waarover',
        soort: 'keuze',
        opties: ['Inspanning bij een verzoek om verlenging', 'Iets anders'],
      },
      { id: 'datumVerklaring', label: 'Datum van de verklaring', soort: 'datum' },
      { id: 'tekst', label: 'Tekst van de verklaring', soort: 'lang' },
    ],
  },
};

/** De verplichte velden die nog leeg zijn, met hun naam op het scherm. */
export function ontbrekend(
  soort: KaartSoort,
  velden: Readonly<Record<string, string>>,
): Kaartveld[] {
  return KAARTEN[soort].velden.filter((v) => !v.optioneel && !velden[v.id]?.trim());
}
