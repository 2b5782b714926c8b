import type { BriefTeksten } from './nl.ts';

/** Somalisch; vertaald door een machine. */
export const so: BriefTeksten = {
  'kop.eenvoudig': 'Qorshahaaga oo luqad fudud ah',
  'kop.beeld': 'Qorshahaaga oo sawirro ah',
  'kop.versie': 'Nooca {versie}, {datum}',
  datum: '{dag} {maand} {jaar}',
  maanden:
    'Janaayo, Febraayo, Maarso, Abriil, Maayo, Juun, Luulyo, Agosto, Sebtembar, Oktoobar, Noofembar, Diseembar',
  inleiding: 'Kani waa qorshahaaga la qabsiga bulshada. Qorshaha waxaa la yiraahdaa PIP.',
  besluit: 'Degmadu go’aan bay gaartay. Go’aanku wuxuu ku qoran yahay warqad dheer.',
  voorrang: 'Warqaddan gaaban waxay sharraxaysaa go’aanka. Warqadda dheer ayaa la raacayaa.',
  machine:
    'Turjumaaddan mashiin baa sameeyay. Qof ma hubin. Qoraalka af-Hollandeeska ayaa la raacayaa.',
  nagekeken: 'Turjumaaddan waa la hubiyay. Qoraalka af-Hollandeeska ayaa la raacayaa.',
  alleenNederlands: 'Af-Hollandees oo keliya',
  ingetrokken: 'Qorshahani mar dambe ma shaqeeyo.',

  'route.kop': 'Waddadaada',
  'route.B': 'Waxaad raacaysaa waddada B1.',
  'route.O': 'Waxaad raacaysaa waddada waxbarashada.',
  'route.Z': 'Waxaad raacaysaa waddada isku filnaanshaha (waddada Z).',
  'route.B.uitleg':
    'Waxaad af-Hollandeeska ku baranaysaa ilaa heerka {niveau}. Taasi waxay kaa caawinaysaa inaad shaqo hesho.',
  'route.O.uitleg':
    'Waxaad af-Hollandeeska ku baranaysaa ilaa heerka {niveau}. Kadib waxbarasho ayaad sii wadan kartaa.',
  'route.Z.uitleg':
    'Waxaad baranaysaa af-Hollandeeska nolol maalmeedka. Waxaad sidoo kale baranaysaa inaad arrimahaaga adigu qabsato.',
  'route.waarom': 'Waa maxay sababta waddadan? Waxay ku qoran tahay warqadda dheer.',
  'route.naam.B': 'waddada B1',
  'route.naam.O': 'waddada waxbarashada',
  'route.naam.Z': 'waddada Z',

  'eerst.kop': 'Maxaad marka hore samaynaysaa?',
  'eerst.afspraak': 'Ballan baad leedahay {datum} saacadda {tijd}.',
  'eerst.les': 'Casharradaadu waxay bilaabanayaan {datum}.',
  'eerst.aanbod': 'Degmadu waxay kuu raadinaysaa iskuul. Waa lagu soo wargelin doonaa.',
  'eerst.zelf': 'Iskuul raadso. Maamulaha kiiskaaga ayaa ku caawin kara.',

  'lessen.kop': 'Casharradaada',
  'lessen.uren': 'Waxaad helaysaa {uren} saacadood oo cashar ah.',
  'lessen.week': 'Taasi waa {uren} saacadood toddobaadkii.',
  'lessen.zelf': 'Adigu iskuulka ayaad dooranaysaa, adiguna lacagta casharrada ayaad bixinaysaa.',
  'lessen.lenen': 'Waxaa laga yaabaa inaad DUO lacag ka amaahan karto. Weydii maamulaha kiiskaaga.',
  'lessen.alfa': 'Marka hore waxaad baranaysaa akhriska iyo qoraalka.',
  'lessen.letters': 'Marka hore waxaad baranaysaa xarfaha af-Hollandeeska.',
  'lessen.knm': 'Waxaad sidoo kale wax ka baranaysaa Holland. Taas waxaa la yiraahdaa KNM.',
  'lessen.opleiding': 'Marka hore waxbarashadaada waad dhammaysan kartaa.',
  'lessen.meedoen':
    'Waxaad ka qayb qaadanaysaa {uren} saacadood, tusaale shaqo ama shaqo mutadawacnimo ah.',

  'pvt.kop': 'Barashada qiyamka Holland (PVT)',
  'pvt.uren': 'Tani waxay qaadanaysaa {uren} saacadood.',
  'pvt.einde': 'Dhammaadka waxaad saxiixaysaa bayaan.',

  'map.kop': 'Barashada shaqada (MAP)',
  'map.uren': 'Waxaad tababaranaysaa {uren} saacadood.',
  'map.einde': 'Dhammaadka waxaad degmada la yeelanaysaa wada hadal.',
  'map.niet': 'Uma baahnid inaad samayso MAP.',

  'einde.kop': 'Sidee baad ku dhammaynaysaa?',
  'einde.examens': 'Casharrada waxaad ku dhammaynaysaa imtixaanno.',
  'einde.gesprek': 'Casharrada waxaad ku dhammaynaysaa wada hadal aad degmada la yeelato.',

  'doelen.kop': 'Hadafyadaada',
  'kind.kop': 'Ilmahaaga',

  'hulp.kop': 'Yaa ku caawinaya?',
  'hulp.naam': 'Maamulaha kiiskaagu waa {naam}.',
  'hulp.bel': 'Wac {telefoon}.',
  'hulp.mail': 'Iimayl sidoo kale waad diri kartaa: {email}.',
  'gesprek.kop': 'Wada hadallo',
  'gesprek.aantal':
    'Waxaan kula hadlaynaa {aantal} jeer. Waxaan ku weydiinaynaa sida ay wax u socdaan.',

  'tijd.kop': 'Intee waqti ah ayaad haysataa?',
  'tijd.begin': 'Waqtigaagu wuxuu bilaabmayaa {datum}.',
  'tijd.einde':
    'Maalinta ugu dambaysa waxay u badan tahay {datum}. DUO ayaa warqad kuugu soo diraysa maalinta saxda ah.',
  'tijd.einde.duo': 'Maalinta ugu dambaysa waa {datum}. Sidaas DUO ayaa sheegaysa.',

  'plicht.kop': 'Maxaan kaa rabnaa?',
  'plicht.komen': 'Kaalay casharrada iyo ballamaha.',
  'plicht.bellen': 'Wax ma suurtoobin? Isla markiiba wac. Xal baan wada raadinaynaa.',
  'plicht.boete': 'Haddii aadan ka qayb qaadan oo ay khaladkaaga tahay, ganaax baad heli kartaa.',

  'bezwaar.kop': 'Go’aanka ma ku raacsanid?',
  'bezwaar.bellen': 'Marka hore wac maamulaha kiiskaaga.',
  'bezwaar.tot': 'Waxaad diidmo gudbin kartaa ilaa iyo {datum}. Maalintaasna way ku jirtaa.',
  'bezwaar.hoe': 'Warqad u qor degmada. Sida loo sameeyo waxay ku qoran tahay warqadda dheer.',
  'bezwaar.door': 'Qorshahaagu waa sii socdaa.',

  'anders.kop': 'Maxaa isbeddelay tan iyo markii hore?',
  'anders.vorige': 'Qorshahaagii hore wuxuu ahaa {datum}.',
  'anders.nieuw':
    'Arrintan waxaa laga gaaray heshiisyo cusub. Waxaad ka akhrisanaysaa warqadda dheer.',
  'anders.eerst': 'Hore: {waarde}',
  'anders.nu': 'Hadda: {waarde}',
  'anders.niets': 'Heshiisyadu sidii bay yihiin.',
  'anders.waarom': 'Waayo?',
  'anders.geen': 'maya',
  'anders.wel': 'haa',
  'wat.leerroute': 'Waddadaada',
  'wat.niveau': 'Heerka luqadda',
  'wat.uren': 'Saacadaha casharka',
  'wat.urenPerWeek': 'Saacadaha casharka toddobaadkii',
  'wat.alfabetisering': 'Marka hore barashada akhriska iyo qoraalka',
  'wat.opleiding': 'Marka hore dhammaynta waxbarasho',
  'wat.begeleiding': 'Caawimo iyo hagid',
  'wat.telt': 'Waxa la tirinayo ee aad hore u samaysay',
  'wat.motivering': 'Sharraxaadda waddadaada',

  'beeld.les': 'Casharro',
  'beeld.pvt': 'Qiyamka Holland (PVT)',
  'beeld.map': 'Shaqo (MAP)',
  'beeld.meedoen': 'Ka qayb qaadasho',
  'beeld.gesprek': 'Wada hadallo',
  'beeld.examen': 'Imtixaanno',
  'beeld.eindgesprek': 'Wada hadalka ugu dambeeya',
  'beeld.begin': 'Bilow',
  'beeld.laatste': 'Maalinta ugu dambaysa',
  'beeld.bezwaar': 'Diidmo ilaa iyo',
  'beeld.afspraak': 'Ballan',
  'beeld.uren': '{uren} saacadood',
  'beeld.keer': '{aantal} jeer',
  'beeld.week': '{uren} saacadood toddobaadkii',

  'tijdlijn.kop': 'Waqtigaaga oo sawirro ah',
  'tijdlijn.jaar': 'Sannadka {nummer}',
  'tijdlijn.uitleg':
    'Xarriiqdu waxay muujinaysaa goorta aad tan samaynayso. Wax walba waa inay dhammaadaan maalinta ugu dambaysa.',
  'tijdlijn.rondjes': 'Goobada furan waa wada hadal. Maalinta weli lama yaqaan.',
  'dagen.kop': 'Maalmo muhiim ah',

  'begrip.inleiding':
    'Waxaan rabaa inaan ogaado haddii aan si fiican u sharraxay. Ma erayadaada ayaad ku sheegi kartaa?',
  'begrip.route': 'Waddadee baad raacaysaa?',
  'begrip.eerst': 'Maxaad marka hore samaynaysaa?',
  'begrip.bezwaar': 'Ilaa maalintee ayaad diidmo gudbin kartaa?',
  'begrip.termijn': 'Goorma ayay tahay inaad dhammayso?',
};
