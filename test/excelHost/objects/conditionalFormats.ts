import { Bag, type BagValues } from "../bag.ts";
import {
  HostCollection,
  HostObject,
  invalidArgument,
  notModelled,
  type HostArgument,
  type HostValue,
  textOf,
} from "../hostObject.ts";
import { intersection } from "../model/area.ts";
import type { ConditionModel } from "../model/sheet.ts";
import { fillBag, fontBag } from "./looks.ts";
import type { Place } from "./rangeArguments.ts";
import { rangeAt } from "./rangeMaker.ts";

/** Excel's ConditionalFormatCollection of a range: those that reach into it. */
export class ConditionalFormatCollection extends HostCollection<ConditionalFormat> {
  readonly typeName = "ConditionalFormatCollection";
  readonly #place: Place;

  constructor(place: Place) {
    super();
    this.#place = place;
  }

  hostItems(): readonly ConditionalFormat[] {
    const { sheet, area } = this.#place;
    return sheet.conditions
      .filter((condition) => intersection(condition.area, area) !== undefined)
      .map((condition) => new ConditionalFormat(this.#place, condition));
  }

  add(type: HostArgument): ConditionalFormat {
    const { workbook, sheet, area } = this.#place;
    sheet.refuseProtected(area);
    const kind = KINDS[textOf(type)];
    if (kind === undefined)
      throw invalidArgument(`${JSON.stringify(type)} is no conditional format.`);
    const condition: ConditionModel = {
      id: workbook.newId(),
      type: textOf(type),
      area,
      look: new Bag("ConditionalFormat", { stopIfTrue: false }, { [kind.member]: kind.make() }),
    };
    // A new rule goes before those that are there.
    sheet.conditions = [condition, ...sheet.conditions];
    return new ConditionalFormat(this.#place, condition);
  }

  clearAll(): void {
    this.#place.sheet.refuseProtected(this.#place.area);
    this.#place.sheet.clearConditions(this.#place.area);
  }
}

class ConditionalFormat extends HostObject {
  readonly typeName = "ConditionalFormat";
  readonly #place: Place;
  readonly #condition: ConditionModel;

  constructor(place: Place, condition: ConditionModel) {
    super();
    this.#place = place;
    this.#condition = condition;
  }

  override hostKey(): string {
    return this.#condition.id;
  }

  get id(): string {
    return this.#condition.id;
  }

  get type(): string {
    return this.#condition.type;
  }

  get priority(): number {
    return this.#place.sheet.conditions.indexOf(this.#condition);
  }

  set priority(priority: HostArgument) {
    const { sheet } = this.#place;
    const others = sheet.conditions.filter((one) => one !== this.#condition);
    const place = Number(priority);
    sheet.conditions = [...others.slice(0, place), this.#condition, ...others.slice(place)];
  }

  delete(): void {
    this.#place.sheet.refuseProtected(this.#condition.area);
    this.#place.sheet.conditions = this.#place.sheet.conditions.filter(
      (one) => one !== this.#condition,
    );
  }

  getRange(): HostObject {
    return rangeAt({ ...this.#place, area: this.#condition.area });
  }

  override readMember(name: string): HostValue {
    if (name in ConditionalFormat.prototype) return super.readMember(name);
    const bare = name.replace(/OrNullObject$/, "");
    const isOther = bare !== name && KINDS[this.#condition.type]?.member !== bare;
    return isOther ? null : this.#condition.look.readMember(bare);
  }

  override writeMember(name: string, value: HostArgument): void {
    if (name in ConditionalFormat.prototype) super.writeMember(name, value);
    else this.#condition.look.writeMember(name, value);
  }

  override plainMembers(): readonly string[] {
    return ["id", "type", "priority", "stopIfTrue"];
  }
}

type Kind = { readonly member: string; readonly make: () => Bag };

const lookBag = (): Bag =>
  new Bag("ConditionalRangeFormat", { numberFormat: null }, { font: fontBag(), fill: fillBag() });

/** A rule with the look that it lays over the cells. */
const ruleKind = (member: string, values: BagValues): Kind => ({
  member,
  make: () => new RuleBag(member, { ...values }, { format: lookBag() }),
});

/** A rule is refused without its formula. */
class RuleBag extends Bag {
  override writeMember(name: string, value: HostArgument): void {
    const { formula1 } = (value ?? {}) as { readonly formula1?: unknown };
    if (name === "rule" && this.typeName === "cellValue" && typeof formula1 !== "string") {
      throw invalidArgument("A rule on values needs formula1 as text.");
    }
    super.writeMember(name, value);
  }

  override callMember(name: string): HostValue {
    throw notModelled(`${this.typeName}.${name}()`);
  }
}

const customKind: Kind = {
  member: "custom",
  make: () =>
    new Bag(
      "CustomConditionalFormat",
      {},
      {
        format: lookBag(),
        rule: new Bag("ConditionalFormatRule", { formula: "", formulaLocal: "" }),
      },
    ),
};

const KINDS: Readonly<Record<string, Kind>> = {
  CellValue: ruleKind("cellValue", { rule: null }),
  ContainsText: ruleKind("textComparison", { rule: null }),
  TopBottom: ruleKind("topBottom", { rule: null }),
  PresetCriteria: ruleKind("preset", { rule: null }),
  Custom: customKind,
  ColorScale: {
    member: "colorScale",
    make: () => new Bag("ColorScaleConditionalFormat", { criteria: null, threeColorScale: false }),
  },
  DataBar: {
    member: "dataBar",
    make: () =>
      new Bag(
        "DataBarConditionalFormat",
        {
          axisColor: "",
          axisFormat: "Automatic",
          barDirection: "Context",
          lowerBoundRule: null,
          upperBoundRule: null,
          showDataBarOnly: false,
        },
        {
          positiveFormat: barBag("ConditionalDataBarPositiveFormat"),
          negativeFormat: barBag("ConditionalDataBarNegativeFormat"),
        },
      ),
  },
  IconSet: {
    member: "iconSet",
    make: () =>
      new Bag("IconSetConditionalFormat", {
        criteria: null,
        style: "ThreeArrows",
        reverseIconOrder: false,
        showIconOnly: false,
      }),
  },
};

function barBag(typeName: string): Bag {
  return new Bag(typeName, { borderColor: "", fillColor: "", gradientFill: true });
}
