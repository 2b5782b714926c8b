/** Bijzondere persoonsgegevens (AVG art. 9 en 10) waarvoor een open tekst niet de plek is. */
export type GevoeligSoort = 'gezondheid' | 'geloof' | 'afkomst' | 'geaardheid' | 'strafrecht';

/**
 * Wat anderen van gezondheid mogen weten: alleen het gevolg voor lessen en werk, uit een vaste lijst,
 * zodat een diagnose er niet in kan staan.
 */
export const GEVOLGEN = [
  'geen gevolgen',
  'max. 2 dagdelen in de week',
  'max. 3 dagdelen in de week',
  'max. 4 dagdelen in de week',
  'lessen overdag',
  'korte lessen met pauzes',
  'kleine groep of rustige ruimte',
  'begeleiding bij reizen',
  'bril of vergroting nodig',
  'gehoorondersteuning nodig',
  'toegankelijk gebouw nodig',
  'geen trappen',
  'niet zwaar tillen of lang staan',
  'deels thuis leren',
  'later opnieuw bespreken',
] as const;

export type Woordgroep = {
  soort: GevoeligSoort;
  /**
   * Woorden in kleine letters zonder accenten. Een * staat voor letters, een _ voor een spatie. Met ~ ervoor telt een
   * woord niet als de zin over een beroep, een opleiding of een taal gaat.
   */
  woorden: string;
  /** Wat er in plaats daarvan kan staan. */
  gevolgen: readonly string[];
};

const BEWEGEN: Woordgroep = {
  soort: 'gezondheid',
  woorden: `hernia artrose reuma* rolstoel* krukken prothese* amputat* geamputeer* verlamd* verlamming*
    invalid* rugpijn nekpijn kniepijn schouderpijn spierpijn heupklacht* rugklacht* nekklacht* knieklacht*
    gewrichtsklacht* gewrichtspijn slecht_ter_been gebroken_been gebroken_arm gebroken_heup gebroken_rug
    pijn_in pijn_aan ~fysiotherap* spierziekte*
    *handicap *handicaps gehandicapt* ~lichamelijke_beperking*`,
  gevolgen: [
    'niet zwaar tillen of lang staan',
    'geen trappen',
    'toegankelijk gebouw nodig',
    'begeleiding bij reizen',
  ],
};

const ZIEN_EN_HOREN: readonly Woordgroep[] = [
  {
    soort: 'gezondheid',
    woorden:
      'blind blinde slechtziend* oogziekte* oogklacht* ziet_slecht ziet_niet_goed staaroperatie',
    gevolgen: ['bril of vergroting nodig', 'begeleiding bij reizen'],
  },
  {
    soort: 'gezondheid',
    woorden:
      'doof dove doofheid slechthorend* gehoorapparaat* gehoorklacht* hoort_slecht hoort_niet_goed',
    gevolgen: ['gehoorondersteuning nodig', 'kleine groep of rustige ruimte'],
  },
];

const HOOFD: Woordgroep = {
  soort: 'gezondheid',
  woorden: `depress* ptss ptsd trauma traumas trauma's traumatisch* getraumatiseer* psychisch* psychose*
    psychotisch* ~psychiat* ~psycholo* angst angsten angstig* angststoornis* paniekaanval* faalangst stress
    gestrest* overspannen burn-out burnout nachtmerrie* slaapproblem* slaapklacht* slaapt_slecht slecht_slapen
    suicid* zelfmoord* zelfbeschadig* automutilat* autis* adhd schizofren* borderline dement* alzheimer
    ~verstandelijk* ~verstandelijke_beperking* lvb ggz emdr somber* mentaal_zwaar mentale_problem*
    mentale_klacht* *stoornis *stoornissen rouwt rouwverwerking ~traumatherap* eetprobleem* anorexia`,
  gevolgen: [
    'kleine groep of rustige ruimte',
    'korte lessen met pauzes',
    'lessen overdag',
    'max. 3 dagdelen in de week',
  ],
};

const ZIEKTE: Woordgroep = {
  soort: 'gezondheid',
  woorden: `ziek zieke zieker ziekte ziektes ziekten ziekgemeld* ziekmeld* ziektebeeld* ~*ziekte chronisch*
    ~diagnos* diabet* suikerziekte *kanker kanker* tumor* leukemie chemo* hiv aids hepatitis tuberculose tbc
    covid corona_gehad malaria epilep* astma* copd longklacht* hartprobleem* hartklacht* hartaanval*
    hartinfarct* hartoperatie* hoge_bloeddruk ~bloeddruk beroerte* herseninfarct* hersenbloeding*
    hersenletsel dialyse nierpatient* maagklacht* maagpijn buikpijn hoofdpijn* migraine pijnklacht*
    vermoeidheidsklacht* allergi* operatie operaties geopereer* ~opgenomen_in_het_ziekenhuis
    in_het_ziekenhuis_opgenomen ziekenhuisopname* lag_in_het_ziekenhuis ligt_in_het_ziekenhuis ~medicijn*
    ~medicatie pillen insuline ~pijnstiller* antidepressiv* ~onder_behandeling gezondheidsproblem*
    gezondheidsklacht* lichamelijke_klacht* medische_klacht* medische_problem* besneden besnijden*
    ongeneeslijk* terminaal* infectie* ontsteking*`,
  gevolgen: [
    'max. 2 dagdelen in de week',
    'max. 3 dagdelen in de week',
    'korte lessen met pauzes',
    'lessen overdag',
    'later opnieuw bespreken',
  ],
};

const ZWANGER: Woordgroep = {
  soort: 'gezondheid',
  woorden:
    'zwanger* hoogzwanger in_verwachting miskra* abortus* is_uitgerekend borstvoeding vruchtbaarheidsbehandeling*',
  gevolgen: ['later opnieuw bespreken', 'max. 2 dagdelen in de week', 'deels thuis leren'],
};

const VERSLAVING: Woordgroep = {
  soort: 'gezondheid',
  woorden: `verslaafd* ~verslaving* *verslaving *verslaafd* alcoholist* alcoholprobleem alcoholproblemen
    drinkt_te_veel drinkt_veel_alcohol drugs drugsgebruik* drugsprobleem* gokprobleem* cannabis afkick* ~afkickkliniek*`,
  gevolgen: ['lessen overdag', 'max. 3 dagdelen in de week', 'later opnieuw bespreken'],
};

const GELOOF: Woordgroep = {
  soort: 'geloof',
  woorden: `moslim* islam islamit* christen christenen christendom christelijk* katholiek* protestant* jood joden
    joods joodse jodendom hindoe* boeddhis* jezidi* yezidi* alevi* alawi* sjiit* soenni* ahmadiyya* druz* druus
    mandeeer* zoroastr* bahai kopt kopten koptisch* ~orthodox* evangelisch* pinkstergemeente jehova* atheis*
    ~kerk ~kerken kerkdienst* kerkganger* ~moskee ~moskeeen ~synagoge* ~tempel bijbel* koran* ramadan vrijdaggebed* bidden
    bidt gebed gebedsruimte geloof geloofs* gelovig* ongelovig* godsdienst* ~religi* bekeerd* bekering* gedoopt
    doopsel halal ~hoofddoek* niqab boerka gelooft_in_god gelooft_in_allah ~imam ~pastoor ~dominee ~priester
    suikerfeest offerfeest`,
  gevolgen: ['afspraken in overleg plannen', 'andere dag of tijd mogelijk maken'],
};

const AFKOMST: Woordgroep = {
  soort: 'afkomst',
  woorden: `etnisch* etniciteit* ras rassen huidskleur* donkere_huid* lichte_huid* zwarte_man zwarte_vrouw
    blanke* neger* ~koerd koerden ~koerdisch* ~hazara* ~pashtun* ~pasjtoen* ~tadzjiek* ~oeigoer* ~rohingya*
    ~tigrayer* ~tigreeer* ~oromo ~amhara* ~berber* zigeuner* ~roma sinti clan clans stamverband* minderheidsgroep*
    ~assyri* ~turkmeen* ~arameer* inheems*`,
  gevolgen: [
    'gesprekstaal en tolk in overleg',
    'liever een andere tolk',
    'kleine groep of rustige ruimte',
  ],
};

const GEAARDHEID: Woordgroep = {
  soort: 'geaardheid',
  woorden: `homo homo's homoseks* homofiel lesbi* biseks* transgender* transseks* transvrouw transman
    non-binair* nonbinair* lhbt* queer geaardheid* seksueel* seksuele* seksleven seksualiteit uit_de_kast
    heteroseks* prostitu* sekswerk* valt_op_mannen valt_op_vrouwen geslachtsverandering`,
  gevolgen: ['gesprek liever alleen', 'kleine groep of rustige ruimte'],
};

const STRAFRECHT: Woordgroep = {
  soort: 'strafrecht',
  woorden: `~gevangen* gedetineer* ~detentie veroordeeld* veroordeling* strafblad* ~strafbaar* strafzaak*
    celstraf* taakstraf* ~verdachte* verdacht_van misdrij* ~misdaad* ~misdadig* ~crimine* diefstal* gestolen_van
    ~mishandel* huiselijk_geweld eerwraak drugshandel* dealt_drugs ~reclassering* aangifte_tegen
    aangifte_bij_de_politie aangifte_gedaan opgepakt gearresteerd* arrestatie* enkelband* tbs terroris*
    radicalis* verkracht* aanrand* aangerand* mensenhandel* vog_geweigerd geen_vog vast_gezeten vastgezeten
    zat_vast zit_vast_in door_de_politie contact_met_justitie straatverbod contactverbod`,
  gevolgen: [
    'gesprek liever alleen',
    'soort werk in overleg kiezen',
    'afspraken in overleg plannen',
  ],
};

export const WOORDGROEPEN: readonly Woordgroep[] = [
  BEWEGEN,
  ...ZIEN_EN_HOREN,
  HOOFD,
  ZWANGER,
  VERSLAVING,
  ZIEKTE,
  GELOOF,
  AFKOMST,
  GEAARDHEID,
  STRAFRECHT,
];

/** Onschuldige zinsdelen waar een gevoelig woord in zit. */
export const ONSCHULDIG = `blind_typen blinde_vlek blinde_muur stressbestendig* stress_bestendig
  ik_geloof_dat ik_geloof_het ik_geloof_niet ik_geloof_wel geloof_ik ongelooflijk* gelooft_in_zichzelf
  geloof_in_zichzelf aangifte_inkomstenbelasting aangifte_van_het_adres aangifte_gedaan_bij_de_belastingdienst
  belastingaangifte*  kinderziekte* bloeddruk_meten bloeddruk_opmeten
  bloeddruk_leren_meten pijn_in_de_portemonnee
  stoornis_op_het_spoor ziektekostenverzekering* zorgverzekering* halal_slager*
  vast_gezeten_in_de_trein rode_kruis seksuele_voorlichting seksuele_opvoeding angst_voor_honden`;
