import { settingFault } from "../../core/index.ts";
import {
  ORDER_METHODS,
  orderSetting,
  standingOrderText,
  type OrderMethod,
} from "../choices/standingOrderText.ts";
import { dateText } from "../clock.ts";
import { button } from "../controls/button.ts";
import { dropdown } from "../controls/dropdown.ts";
import { textField } from "../controls/textField.ts";
import { element } from "../element.ts";
import type { Pane } from "../state.ts";

/** Writes the text of a standing order, to be put on record before the next sale. */
export function standingOrder({ act, host }: Pane): HTMLElement {
  let method: OrderMethod = "LIFO";
  let since = dateText(new Date());
  let wallet = "";
  const text = element("pre", { class: "order", tabindex: 0, "aria-label": "Text of the order" });
  const setting = element("p", { class: "hint" });
  const write = (): void => {
    const order = { method, since: since === "" ? "____-__-__" : since, wallet };
    text.textContent = standingOrderText(order);
    setting.textContent =
      since === "" ? "" : `Once it is on record, write above: ${orderSetting(order)}`;
  };
  write();
  return element(
    "details",
    {},
    element("summary", {}, "Write a standing order"),
    element(
      "div",
      { class: "group" },
      dropdown(
        {
          key: "order-method",
          label: "Sell first",
          values: METHODS,
          chosen: method,
        },
        (value) => {
          method = value;
          write();
        },
      ),
      textField(
        {
          key: "order-since",
          label: "From",
          value: since,
          placeholder: "2026-12-01",
          fault: (value) =>
            settingFault("as_of", value) === undefined
              ? undefined
              : "Write a date such as 2026-12-01.",
        },
        (value) => {
          since = value.trim();
          write();
        },
      ),
      textField(
        { key: "order-wallet", label: "Wallet", value: wallet, hint: () => "Blank: all wallets." },
        (value) => {
          wallet = value.trim();
          write();
        },
      ),
      text,
      setting,
      button("Save the text", { key: "order-save", size: "small" }, () => {
        act.ask(() => host.saveFile("standing-order.txt", text.textContent));
      }),
    ),
  );
}

const METHODS = (Object.keys(ORDER_METHODS) as OrderMethod[]).map((method) => ({
  value: method,
  text: `${method}: ${ORDER_METHODS[method]}`,
}));
