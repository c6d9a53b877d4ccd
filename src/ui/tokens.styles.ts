import { css } from 'lit';

/** Design properties in three layers: public `--samen-…`, the tokens of the NL Design System theme on the page, and a
 * calm default, light and dark. Widgets use only the short private names `--_…`. Dark follows the page's `color-scheme`,
 * so a page without dark never gets a half dark widget. */
export const tokensStyles = css`
  :host {
    /* Our own colours, each pair good by itself; the contrast guard goes back to them when a theme's fail. */
    --_text-0: light-dark(#16202b, #e9edf0);
    --_muted-0: light-dark(#52606d, #a8b4be);
    --_page-0: light-dark(#ffffff, #15191e);
    --_subtle-0: light-dark(#f3f6f6, #1d2329);
    --_border-0: light-dark(#73818c, #7f8c97);
    --_hairline-0: light-dark(#d7dee1, #363f48);
    --_action-0: light-dark(#0b5563, #86d3df);
    --_on-action-0: light-dark(#ffffff, #06252c);
    --_link-0: light-dark(#0b5563, #93d7e2);
    --_field-0: light-dark(#ffffff, #11151a);
    --_on-field-0: var(--_text-0);
    --_field-border-0: light-dark(#6b7984, #8593a0);
    --_good-0: light-dark(#e1f2e5, #16301f);
    --_on-good-0: light-dark(#14532d, #a6dfb6);
    --_warn-0: light-dark(#fcf0d0, #362a10);
    --_on-warn-0: light-dark(#664400, #f2cd84);
    --_bad-0: light-dark(#fce7e4, #3d1c19);
    --_on-bad-0: light-dark(#8c1c13, #ffb4a9);
    --_focus-0: var(--_text-0);

    /* Text and planes: always used as a pair */
    --_text: var(
      --samen-color-text,
      var(--basis-color-default-color-document, var(--utrecht-document-color, var(--_text-0)))
    );
    --_muted: var(--samen-color-muted, var(--basis-color-default-color-subtle, var(--_muted-0)));
    --_page: var(
      --samen-color-page,
      var(--basis-color-default-bg-document, var(--utrecht-document-background-color, var(--_page-0)))
    );
    --_subtle: var(--samen-color-subtle, var(--basis-color-default-bg-subtle, var(--_subtle-0)));
    --_border: var(--samen-color-border, var(--basis-color-default-border-default, var(--_border-0)));
    --_hairline: var(--samen-color-hairline, var(--basis-color-default-border-subtle, var(--_hairline-0)));

    /* Doing: main button, link, chosen */
    --_action: var(
      --samen-color-action,
      var(
        --nl-button-primary-background-color,
        var(
          --basis-color-action-1-inverse-bg-default,
          var(--utrecht-button-primary-action-background-color, var(--_action-0))
        )
      )
    );
    --_on-action: var(
      --samen-color-on-action,
      var(
        --nl-button-primary-color,
        var(
          --basis-color-action-1-inverse-color-default,
          var(--utrecht-button-primary-action-color, var(--_on-action-0))
        )
      )
    );
    --_link: var(--samen-color-link, var(--nl-link-color, var(--utrecht-link-color, var(--_link-0))));
    --_chosen: var(--samen-color-chosen, color-mix(in oklab, var(--_action) 12%, var(--_page)));
    --_on-chosen: var(--samen-color-on-chosen, color-mix(in oklab, var(--_action) 80%, var(--_text)));

    /* Field */
    --_field: var(
      --samen-color-field,
      var(--basis-form-control-background-color, var(--utrecht-textbox-background-color, var(--_field-0)))
    );
    --_on-field: var(
      --samen-color-on-field,
      var(--basis-form-control-color, var(--utrecht-textbox-color, var(--_on-field-0)))
    );
    --_field-border: var(
      --samen-color-field-border,
      var(--basis-form-control-border-color, var(--utrecht-textbox-border-color, var(--_field-border-0)))
    );

    /* Tone: good, warning, bad. Never without a word and an icon. */
    --_good: var(
      --samen-color-good,
      var(--basis-color-positive-bg-default, var(--utrecht-alert-ok-background-color, var(--_good-0)))
    );
    --_on-good: var(
      --samen-color-on-good,
      var(--basis-color-positive-color-default, var(--utrecht-alert-ok-color, var(--_on-good-0)))
    );
    --_warn: var(
      --samen-color-warn,
      var(--basis-color-warning-bg-default, var(--utrecht-alert-warning-background-color, var(--_warn-0)))
    );
    --_on-warn: var(
      --samen-color-on-warn,
      var(--basis-color-warning-color-default, var(--utrecht-alert-warning-color, var(--_on-warn-0)))
    );
    --_bad: var(
      --samen-color-bad,
      var(--basis-color-negative-bg-default, var(--utrecht-alert-error-background-color, var(--_bad-0)))
    );
    --_on-bad: var(
      --samen-color-on-bad,
      var(--basis-color-negative-color-default, var(--utrecht-alert-error-color, var(--_on-bad-0)))
    );

    /* Drivers: eight hues that differ for the colour-blind too, always with icon and name.
       The soft form is 12 % of the hue on the page. */
    --_d1: var(--samen-driver-1, light-dark(#0d49b3, #659ffd));
    --_d2: var(--samen-driver-2, light-dark(#7b3115, #ea9c61));
    --_d3: var(--samen-driver-3, light-dark(#551b73, #b189b7));
    --_d4: var(--samen-driver-4, light-dark(#087960, #83cdb6));
    --_d5: var(--samen-driver-5, light-dark(#855f00, #f4dc8b));
    --_d6: var(--samen-driver-6, light-dark(#6460a2, #bcbaff));
    --_d7: var(--samen-driver-7, light-dark(#6a0034, #e86b79));
    --_d8: var(--samen-driver-8, light-dark(#39505e, #cee2ea));

    /* Focus */
    --_focus: var(
      --samen-focus-color,
      var(--basis-focus-outline-color, var(--utrecht-focus-outline-color, var(--_focus-0)))
    );
    --_focus-width: var(--samen-focus-width, var(--basis-focus-outline-width, 3px));
    --_focus-style: var(--samen-focus-style, var(--basis-focus-outline-style, solid));
    --_focus-offset: var(--samen-focus-offset, var(--basis-focus-outline-offset, 2px));

    /* Letters: em, never rem (a page may set html to 62.5 %). Set a size only on the element that holds the text. */
    --_font: var(--samen-font, var(--basis-text-font-family-default, var(--utrecht-document-font-family, inherit)));
    --_size-s: 0.875em;
    --_size-l: 1.125em;
    --_size-xl: 1.375em;
    --_size-2xl: 1.75em;
    --_line: 1.5;
    --_line-tight: 1.25;

    /* Space */
    --_sp-1: 0.25em;
    --_sp-2: var(--samen-space-sm, var(--basis-space-row-sm, 0.5em));
    --_sp-3: 0.75em;
    --_sp-4: var(--samen-space-md, var(--basis-space-row-md, 1em));
    --_sp-5: 1.5em;
    --_target: 44px;

    /* Corners, movement; depth is in lift.styles.ts */
    --_r-s: var(--samen-radius-sm, var(--basis-border-radius-sm, 4px));
    --_r-m: var(--samen-radius-md, var(--basis-border-radius-md, 8px));
    --_fast: 120ms;
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_fast: 0s;
    }
  }
  /* High contrast: the system chooses, also for what is drawn in SVG by a property. */
  @media (forced-colors: active) {
    :host {
      --_page: Canvas;
      --_subtle: Canvas;
      --_text: CanvasText;
      --_muted: CanvasText;
      --_border: CanvasText;
      --_hairline: CanvasText;
      --_action: Highlight;
      --_on-action: HighlightText;
      --_focus: Highlight;
    }
  }
`;
