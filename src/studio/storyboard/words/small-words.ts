// Articles, prepositions and conjunctions. A phrase does not end with the first two, and may begin with the last.
const leading: Readonly<Record<string, string>> = {
  en: "a an the of to in on at by for from with without into onto over under about as than that this these those my your our their its his her no every each per via between through during before after is are was",
  de: "der die das den dem des ein eine einen einem einer eines in im ins an am ans auf aus bei beim mit nach von vom vor zu zum zur für über unter durch gegen ohne um bis seit als kein keine dieser diese dieses jeder jede jedes pro",
  fr: "le la les l un une des du de d à au aux en dans sur sous par pour avec sans chez vers entre ce cet cette ces mon ton son ma ta sa mes tes ses notre votre leur nos vos leurs chaque que qu",
  es: "el la los las un una unos unas de del a al en con sin por para sobre entre desde hasta hacia su sus mi mis tu tus este esta estos estas cada que",
  it: "il lo la i gli le l un uno una di del dello della dei degli delle a al allo alla ai agli alle da dal dallo dalla dai in nel nello nella nei con su sul sulla per tra fra senza ogni questo questa che",
  pt: "o a os as um uma uns umas de do da dos das a ao à aos às em no na nos nas com sem por pelo pela para entre sobre cada que",
  nl: "de het een van in op aan bij met naar uit voor door om over onder tot te dit deze dat die elk elke",
  sv: "en ett den det de av i på till för med utan om från vid under över mot varje att",
  da: "en et den det de af i på til for med uden om fra ved under over mod hver at",
  nb: "en et ei den det de av i på til for med uten om fra ved under over mot hver å",
  pl: "w we z ze na do od o u po za przez przy dla bez nad pod przed i a",
  ru: "в во на с со из к ко о об от до по за у для без над под при через не и а",
  uk: "в у на з із до від по за для без над під при через не і та а",
};
const joining: Readonly<Record<string, string>> = {
  en: "and or but nor so because while when where which who if unless until then",
  de: "und oder aber denn sondern weil während wenn dass ob sowie damit",
  fr: "et ou mais donc car parce quand lorsque si qui dont où puis",
  es: "y e o u pero sino porque cuando si donde quien mientras",
  it: "e ed o ma perché quando se dove mentre oppure cioè",
  pt: "e ou mas porque quando se onde enquanto",
  nl: "en of maar want omdat terwijl als wanneer waar",
  sv: "och eller men för när om där som",
  da: "og eller men når hvis hvor som",
  nb: "og eller men når hvis hvor som",
  pl: "lub ale bo gdy jeśli który która które oraz",
  ru: "или но что чтобы когда если который которая которые",
  uk: "або але що щоб коли якщо який яка які",
};

export interface SmallWords {
  /** Belong to the word after them. */
  readonly leading: ReadonlySet<string>;
  /** Begin a new part of a sentence. */
  readonly joining: ReadonlySet<string>;
}

const cache = new Map<string, SmallWords>();

/** Returns the small words of a language; none if it is not known. */
export function smallWordsOf(language: string): SmallWords {
  const words = cache.get(language) ?? {
    leading: new Set(leading[language]?.split(" ")),
    joining: new Set(joining[language]?.split(" ")),
  };
  cache.set(language, words);
  return words;
}
