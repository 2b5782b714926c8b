import { describe, expect, it } from 'vitest';
import { gevoeligeWoorden, metGevolg, waarschuwing } from './gevoelig.schema.ts';
import { GEVOLGEN, WOORDGROEPEN } from './gevoelig-woorden.schema.ts';

const soorten = (tekst: string) => [...new Set(gevoeligeWoorden(tekst).map((g) => g.soort))];

const GEVOELIG: Record<string, string> = {
  gezondheid: `Is vaak ziek.
Heeft PTSS
slikt medicijnen
Allergieën
hoge bloeddruk
Heeft last van hoofdpijn tijdens de les.
Zij is zwanger, 20 weken.
Is in verwachting van een tweede kind.
Kan door rugklachten niet lang zitten.
Wacht op een knieoperatie en een operatie aan zijn hand.
Zit in een rolstoel.
Hij is slechthorend en draagt een gehoorapparaat.
Mevrouw ziet slecht.
Is blind aan één oog.
Slaapt slecht door nachtmerries.
Is getraumatiseerd door de vlucht.
Kampt met psychische klachten.
Loopt bij een psycholoog.
Staat onder behandeling bij de GGZ.
De diagnose komt volgende maand.
Heeft suikerziekte en spuit insuline.
Heeft diabetes type 2.
Was verslaafd aan drugs.
Heeft een gokverslaving.
Een zoon met autisme.
Heeft een lichamelijke beperking.
Is overspannen en heeft een burn-out gehad.
Veel stress door de procedure.
Heeft een hartinfarct gehad.
Borstkanker, chemokuur loopt.
Is onlangs geopereerd.
Lag in het ziekenhuis.
Chronische pijnklachten.
Heeft epilepsie.
Is hiv-positief
Kreeg een miskraam.
Heeft een angststoornis.
Loopt op krukken.
Fysiotherapie op dinsdag.
Is ziekgemeld tot 1 december.
Drinkt te veel.`,
  geloof: `Gaat naar de moskee
is christen
Atheïst
Is praktiserend moslim.
Viert de ramadan.
Wil op vrijdag bidden.
Is bekeerd tot het christendom.
Het gezin is jezidi.
Draagt een hoofddoek.
Gaat op zondag naar de kerk.
Is koptisch.
Haar geloof is belangrijk voor haar.
Eet alleen halal.
Getuige van Jehova, net gedoopt.`,
  afkomst: `Is Koerd uit Syrië.
Komt uit een Koerdische familie.
Hazara, daarom gevlucht.
Hoort bij een etnische minderheid.
Wordt gepest om haar huidskleur.
Is Rohingya.
Zijn clan woont hier ook.
Roma, al lang in Nederland.`,
  geaardheid: `is lesbisch
Is homo en niet veilig in het azc.
Is transgender.
Kwam uit de kast.
Valt op mannen.
Is biseksueel.
LHBTI, wil een andere kamer.
Zijn seksuele geaardheid is de reden van de vlucht.`,
  strafrecht: `zat in de gevangenis
huiselijk geweld
Is veroordeeld voor diefstal.
Heeft een strafblad.
Doet een taakstraf.
Heeft contact met de reclassering.
Is opgepakt op het station.
Werd vastgezet door de politie.
Heeft vastgezeten in Libië.
Krijgt geen VOG.
Wordt verdacht van een misdrijf.
Zij deed aangifte bij de politie tegen haar man.
Draagt een enkelband.`,
};

const ONSCHULDIG = `Werkte als verpleegkundige in een ziekenhuis.
Werkte als arts, wil in een apotheek werken.
Wil muziek maken en kookt graag.
Dronk koffie met de buurvrouw; helpt in de tuin.
Kerkrade
Woont aan de Kerkstraat, vlak bij de Moskeeweg.
Heeft vijf jaar als blinderingsmonteur gewerkt.
Heeft psychologie gestudeerd in Damascus.
Wil psycholoog worden.
Werkte als psychiatrisch verpleegkundige.
Werkte als bewaker in een gevangenis.
Doet vrijwilligerswerk in de kerk.
Maakt schoon in een moskee.
Stage bij een reclasseringsinstelling.
Was imam van beroep.
Heeft een opleiding tot fysiotherapeut gedaan.
Spreekt Koerdisch en een beetje Engels.
Wil een tolk Koerdisch (Sorani).
Moedertaal Oromo, leest Amhaars.
Ik geloof dat het goed gaat.
Dat is ongelooflijk snel.
Zij gelooft in zichzelf.
Het gezin komt uit Eritrea.
Komt uit Syrië, woonde in Aleppo.
Is Eritrees staatsburger.
Wil graag op maandag en woensdag naar de les.
Heeft twee kinderen van 3 en 6 jaar.
Is moe na het werk en leert liever overdag.
Kan blind typen.
Is stressbestendig en werkt goed samen.
Heeft een zorgverzekering en een huisarts.
De aanvraag is in behandeling bij DUO.
Moet nog aangifte inkomstenbelasting doen.
Heeft de belastingaangifte samen met een vrijwilliger gedaan.
De trein had een storing, daarom te laat.
Er waren wat kinderziektes in het rooster.
De rolgordijnen zijn stuk.
Wil in de zorg werken, liefst met ouderen.
De fiets is kapot; komt lopend.
Heeft pijlen en boog als hobby.
Het bedrijf is homogeen van samenstelling.
Houdt van transport en logistiek, heeft een heftruckcertificaat.
Wil bij de politie werken.
Zij vindt politiek interessant.
Verwacht dat het in de zomer lukt.
Wacht op gezinshereniging.
Kan goed omgaan met stresssituaties op het werk.
Heeft een computer en een printer.
Leest en schrijft Arabisch en Tigrinya.
Is op tijd, werkt netjes en vraagt om hulp.
De klacht over de buren is opgelost.
Belt zelf met de woningcorporatie.
Oefent elke dag twintig minuten met een app.
Heeft een lening bij DUO van € 500.
Staat op de wachtlijst voor kinderopvang.
Wil met een taalmaatje wandelen.
Is overdag alleen thuis.
Ging naar de basisschool in Asmara.
Heeft een rijbewijs uit Turkije.
Zocht zelf een stageplek bij een bakker.
Kan geen afspraken op vrijdagmiddag maken.
Wil in een restaurant in de bediening.
Kan vier dagen per week werken.
Heeft hulp bij de administratie nodig.
Moet een verklaring omtrent het gedrag aanvragen voor de stage.
Heeft geleerd hoe je de bloeddruk moet opmeten tijdens haar opleiding.
Wil later met mensen met een beperking werken.`.split('\n');

describe('gevoeligeWoorden', () => {
  const zinnen = Object.entries(GEVOELIG).flatMap(([soort, z]) =>
    z.split('\n').map((zin) => [zin, soort] as const),
  );

  it.each(zinnen)('ziet in "%s" %s', (zin, soort) => {
    expect(soorten(zin)).toContain(soort);
  });

  it.each(ONSCHULDIG)('laat "%s" met rust', (zin) => {
    expect(gevoeligeWoorden(zin).map((g) => g.woord)).toEqual([]);
  });

  it('laat de vaste lijst van gevolgen met rust: daar staat geen diagnose in', () => {
    const alle = [...GEVOLGEN, ...WOORDGROEPEN.flatMap((g) => g.gevolgen)];
    for (const gevolg of alle) expect(gevoeligeWoorden(gevolg), gevolg).toEqual([]);
  });

  it('biedt bij gezondheid alleen gevolgen uit de vaste lijst', () => {
    for (const g of WOORDGROEPEN.filter((x) => x.soort === 'gezondheid'))
      for (const gevolg of g.gevolgen) expect(GEVOLGEN).toContain(gevolg);
  });

  it('noemt elk woord één keer, met zijn plaats zoals getypt', () => {
    const tekst = 'Ziek, heel ziek, en Gelovig';
    const gevonden = gevoeligeWoorden(tekst);
    expect(gevonden.map((g) => [g.soort, g.woord])).toEqual([
      ['gezondheid', 'Ziek'],
      ['geloof', 'Gelovig'],
    ]);
    for (const g of gevonden) expect(tekst.slice(g.van, g.tot)).toBe(g.woord);
  });

  it('houdt de plaats na tekens met een accent of buiten het gewone schrift', () => {
    const tekst = 'Één café 😀 en dan ptss.';
    const [g] = gevoeligeWoorden(tekst);
    expect(tekst.slice(g?.van, g?.tot)).toBe('ptss');
  });

  it('wacht met een woord dat nog wordt getypt', () => {
    expect(gevoeligeWoorden('Is ziek', true)).toEqual([]);
    expect(gevoeligeWoorden('Is ziek ', true)).toHaveLength(1);
    expect(gevoeligeWoorden('Is ziek')).toHaveLength(1);
  });

  it('leest een lange tekst zonder vast te lopen', () => {
    const lang = `${'a'.repeat(2000)} ${'ziekte-achtig-'.repeat(150)}`.slice(0, 4000);
    expect(gevoeligeWoorden(lang).length).toBeLessThan(5);
  });
});

describe('waarschuwing', () => {
  it('wijst bij gezondheid de weg en biedt gevolgen', () => {
    expect(waarschuwing('heeft diabetes')).toEqual({
      tekst:
        'Dit lijkt over gezondheid te gaan (‘diabetes’). Schrijf hier alleen het gevolg op. Wat er aan de hand is, hoort bij Gezondheid.',
      gevolgen: expect.arrayContaining(['max. 3 dagdelen in de week']),
    });
    expect(waarschuwing('is moslim')?.tekst).toContain('het gevolg, niet de oorzaak');
    expect(waarschuwing('wil graag bakker worden')).toBeUndefined();
  });

  it('biedt hooguit zes gevolgen, elk één keer', () => {
    const w = waarschuwing('ziek, depressief, slechtziend, rolstoel, zwanger, verslaafd');
    expect(w?.gevolgen).toHaveLength(6);
    expect(new Set(w?.gevolgen).size).toBe(6);
  });
});

describe('metGevolg', () => {
  const DAGDELEN = 'max. 3 dagdelen in de week';
  it.each([
    ['Heeft PTSS.', 'Max. 3 dagdelen in de week.'],
    ['heeft ptss', 'Max. 3 dagdelen in de week'],
    [
      'Wil bakker worden. Heeft een depressie. Kan op maandag.',
      'Wil bakker worden. Max. 3 dagdelen in de week. Kan op maandag.',
    ],
    ['Eerste regel\nheeft ptss\nderde', 'Eerste regel\nMax. 3 dagdelen in de week\nderde'],
    [
      'Komt met de bus; is ziek; leert graag',
      'Komt met de bus; Max. 3 dagdelen in de week; leert graag',
    ],
  ])('maakt van %j %j', (voor, na) => {
    expect(metGevolg(voor, DAGDELEN)).toBe(na);
    expect(gevoeligeWoorden(na)).toEqual([]);
  });

  it('vervangt één zin tegelijk en breekt niet op een afkorting', () => {
    const een = metGevolg('Is ziek. Heeft ook migraine.', DAGDELEN);
    expect(een).toBe('Max. 3 dagdelen in de week. Heeft ook migraine.');
    expect(metGevolg(een, DAGDELEN)).toBe(
      'Max. 3 dagdelen in de week. Max. 3 dagdelen in de week.',
    );
  });

  it('laat een tekst zonder zulk woord gelijk', () => {
    expect(metGevolg('Kookt graag.', DAGDELEN)).toBe('Kookt graag.');
    expect(metGevolg('Is moslim.', DAGDELEN)).toBe('Is moslim.');
  });
});
