// What the graph can say, as the server tells it: labels and colours of classes, words
// for predicates both ways. Nothing of it is written down in these sources.
import { ask } from "./api.ts";
import { VocabularyDocument, type EntityType, type VocabularyQuery } from "./generated/queries.mts";

export type Class = VocabularyQuery["ontology"]["classes"][number];
export type Predicate = VocabularyQuery["ontology"]["predicates"][number];
export type Dataset = VocabularyQuery["dataset"];

export class Vocabulary {
  readonly classes: Class[];
  readonly predicates: Predicate[];
  readonly dataset: Dataset;
  private readonly byType: Map<EntityType, Class>;
  private readonly byName: Map<string, Predicate>;

  constructor({ ontology, dataset }: VocabularyQuery) {
    this.classes = ontology.classes;
    this.predicates = ontology.predicates;
    this.dataset = dataset;
    this.byType = new Map(ontology.classes.map((c) => [c.type, c]));
    this.byName = new Map(ontology.predicates.map((p) => [p.name, p]));
  }

  // ofClass is null for a class that this edition does not have.
  ofClass(type: EntityType): Class | null {
    return this.byType.get(type) ?? null;
  }

  ofPredicate(name: string): Predicate | null {
    return this.byName.get(name) ?? null;
  }

  colour(type: EntityType): string {
    return this.byType.get(type)?.colour ?? "#888888";
  }

  // className is the class in words: "cultural fund" of CulturalFund.
  className(type: EntityType): string {
    return inWords(this.byType.get(type)?.name ?? type.toLowerCase());
  }

  classPlural(type: EntityType): string {
    return inWords(this.byType.get(type)?.plural ?? type.toLowerCase());
  }

  // label reads a predicate from its subject, or from its object.
  label(name: string, forward: boolean): string {
    const predicate = this.byName.get(name);
    return (forward ? predicate?.label : predicate?.inverseLabel) ?? inWords(name);
  }

  // isThing tells whether an address is that of a thing: /prefix/slug.
  isThing(path: string): boolean {
    const [, prefix, slug, ...rest] = path.split("/");
    return Boolean(slug) && rest.length === 0 && this.classes.some((c) => c.prefix === prefix);
  }
}

export async function vocabulary(): Promise<Vocabulary> {
  return new Vocabulary(await ask(VocabularyDocument, {}));
}

// inWords parts a name written in camel case.
export function inWords(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
}
