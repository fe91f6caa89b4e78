/** Words in several languages: locale to text, as in `{ en: "Lapsing", "zh-CN": "流失" }`. */
export type Localized = Readonly<Record<string, string>>;

/**
 * Names a definition: which kind, which one, which version. Every judgement carries it.
 * @category Definitions
 */
export interface DefinitionRef {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
}

/** What every definition has: JSON-serialisable data, validated whole, versioned. */
export interface Definition<Kind extends string> extends DefinitionRef {
  readonly kind: Kind;
  readonly schemaVersion: number;
  readonly label?: Localized | undefined;
}
