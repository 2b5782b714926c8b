/**
 * Woorden die veel lezers moeilijk vinden, met een gewoon woord. Een * staat voor een uitgang. Zinsdelen staan vóór de
 * losse woorden die erin zitten.
 */
const LIJST = `
met betrekking tot = over
ten aanzien van = over
ten behoeve van = voor
door middel van = met
in het kader van = voor
in het bezit van = hebt
in overeenstemming met = volgens
in aanmerking komen = kunnen krijgen
in aanmerking komt = kunt krijgen
in de gelegenheid = kunt
met ingang van = vanaf
met inachtneming van = volgens
met name = vooral
naar aanleiding van = door
op basis van = door
op grond van = volgens
per omgaande = meteen
ter zake = hierover
te allen tijde = altijd
ten gevolge van = door
ten minste = minstens
ten hoogste = niet meer dan
uit hoofde van = door
van toepassing = geldt
zorg dragen voor = regelen
zorg draagt voor = regelt
dient te = moet
dienen te = moeten
dient u = moet u
gehouden om = moet
verzoeken u = vragen u
contact op te nemen = te bellen
neem contact op = bel
aangaande = over
aangezien = omdat
aanvang* = begin
aanvangen = beginnen
adequa* = goed
afdoende = genoeg
alsmede = en ook
alsook = en ook
alvorens = voordat
analfabeet = kan niet lezen of schrijven
attenderen = wijzen op
beogen = willen
beoogd* = bedoeld
betreffende = over
bewerkstelligen = zorgen voor
beëindig* = stoppen
bijgevolg = dus
bovengenoemde = deze
bovenstaande = dit
bovendien = ook
capaciteit* = wat iemand kan
competentie* = wat iemand kan
conform = volgens
consequentie* = gevolg
consulteren = vragen
continueren = doorgaan
daaromtrent = daarover
daartoe = daarvoor
derhalve = daarom
desalniettemin = toch
desbetreffende = deze
desgewenst = als u wilt
desondanks = toch
dientengevolge = daardoor
doch = maar
doelstelling* = doel
doorgang vinden = doorgaan
echter = maar
effectief = goed
evalueren = bespreken hoe het ging
evaluatie* = gesprek over hoe het ging
evenals = net als
eveneens = ook
faciliteren = helpen
faciliteit* = hulp
feedback = wat iemand ervan vindt
formuleren = opschrijven
functioneren = werken
gaarne = graag
gedurende = tijdens
gemachtigd* = mag namens u
gerechtigd = mag
geschieden = gebeuren
geschiedt = gebeurt
heden = vandaag
hieromtrent = hierover
hiertoe = hiervoor
hierbij deel* = vertellen
ieder* geval = altijd
implementeren = invoeren
inachtneming = volgens
indien = als
indienen = sturen
individueel = alleen
individuele = eigen
informeren = vertellen
ingevolge = volgens
inspanning* = wat u doet
intensief = vaak
intensiteit = hoe vaak
intentie* = plan
interventie* = hulp
introductie = begin
inzake = over
jegens = tegen
krachtens = volgens
kwalificatie* = diploma
legitimatiebewijs = paspoort of verblijfsdocument
mededel* = vertellen
medewerking verlenen = meewerken
meerdere = meer
middels = met
mits = als
mogelijkerwijs = misschien
momenteel = nu
monitoren = volgen
motiveren = uitleggen waarom
nadien = daarna
nalaten = niet doen
namelijk = want
niettemin = toch
nimmer = nooit
noodzakelijk* = nodig
omtrent = over
omstandighe* = situatie
ondanks = ook al
onderhavige = deze
ongeacht = ook als
onverwijld = meteen
ontheffing* = u hoeft niet
onvoldoende = niet genoeg
optimaal = zo goed mogelijk
optimale = zo goed mogelijke
overeenkomstig = volgens
overleggen van = laten zien van
participeren = meedoen
participeert = doet mee
periode* = tijd
persisteren = volhouden
potentieel = mogelijk
praktiseren = doen
prioriteit = wat eerst komt
procedure* = stappen
realiseren = bereiken
recentelijk = kortgeleden
rechtmatig* = volgens de wet
reeds = al
relevant* = belangrijk
resultaat = uitkomst
retourneren = terugsturen
sanctie* = straf
schriftelijk = met een brief
specifiek* = precies
stagneert = loopt vast
stimuleren = helpen
tenzij = behalve als
teneinde = om
tevens = ook
thans = nu
tijdig = op tijd
toekennen = geven
toegekend = gegeven
toereikend = genoeg
totstandkoming = maken
traject* = lessen en hulp
uitsluitend = alleen
uw medewerking = dat u meewerkt
vaardighed* = wat u kunt
verhinderd = kunt niet komen
verkrijgen = krijgen
vermeld* = genoemd
verplichting* = wat u moet doen
verschaffen = geven
verstrek* = geven
vervolgens = daarna
verwijtbaar = uw schuld
verzuim* = niet komen
voldoende = genoeg
voornoemd* = deze
voorts = ook
voorziening* = hulp
wijziging* = verandering
zodoende = zo
zorgvuldig = goed
`;

export type MoeilijkWoord = { patroon: RegExp; alternatief: string };

const bron = (woord: string) => woord.replace(/\s+/gu, '\\s+').replace(/\*/gu, '\\p{L}*');

/** De lijst als patronen; het eerste dat past telt. */
export const MOEILIJK: readonly MoeilijkWoord[] = LIJST.trim()
  .split('\n')
  .map((regel) => regel.split(' = ') as [string, string])
  .map(([woord, alternatief]) => ({
    patroon: new RegExp(`(?<!\\p{L})${bron(woord)}(?!\\p{L})`, 'giu'),
    alternatief,
  }));

/** Woorden die moeten: de wet heet zo, of de lezer kent ze uit elke brief. */
export const WETSWOORDEN: ReadonlySet<string> = new Set(
  `inburgering inburgeringsplicht inburgeringstermijn inburgeringsexamen inburgeraar klantmanager beschikking
   participatieverklaring participatieverklaringstraject leerbaarheidstoets leerroute onderwijsroute
   zelfredzaamheidsroute voortgangsgesprek voortgangsgesprekken verblijfsdocument verblijfsvergunning bezwaar
   bezwaartermijn voorschoolse alfabetisering taalniveau burgemeester wethouders gemeentehuis handtekening
   arbeidsmarkt samenleving bijstandsuitkering`
    .split(/\s+/u)
    .filter(Boolean),
);

/** Afkortingen die een lezer kent of die de brief zelf uitlegt. */
export const BEKEND: ReadonlySet<string> = new Set([
  'DUO',
  'PIP',
  'BSN',
  'COA',
  'A1',
  'A2',
  'B1',
  'B2',
]);
