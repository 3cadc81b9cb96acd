/// How the page looks, on a screen and on A4; it is as clear in black and white.
enum ScreeningPageStyle {
    /// The style sheet; `left` and `below` stand on every sheet of paper.
    static func text(left: String, below: String) -> String {
        """
        @page {
          size: A4; margin: 22mm 15mm 20mm 15mm;
          @top-left { content: \(HTML.styleString(left)); font: 8pt sans-serif; color: #333; }
          @bottom-left { content: \(HTML.styleString(below)); font: 6.5pt monospace; color: #333; }
          @bottom-right { content: counter(page) " / " counter(pages); direction: ltr; font: 8pt sans-serif; color: #333; }
        }
        \(sheet)
        """
    }

    private static let sheet = """
        * { box-sizing: border-box; }
        html { font: 10.5pt/1.4 "Noto Sans", "Noto Naskh Arabic", "Noto Sans Arabic", sans-serif; color: #111; background: #fff; }
        body { margin: 0; }
        main { max-width: 190mm; margin: 0 auto; padding: 6mm; }
        h1 { font-size: 17pt; margin: 0 0 3mm; }
        h2 { font-size: 13pt; margin: 6mm 0 2mm; border-bottom: 1px solid #111; }
        h3 { font-size: 11pt; margin: 0; display: inline; }
        h4 { font-size: 9.5pt; margin: 2mm 0 0; }
        h4::first-letter { text-transform: uppercase; }
        p { margin: 1mm 0; }
        ul { margin: 0.5mm 0; padding-inline-start: 5mm; }
        bdi { unicode-bidi: isolate; }
        p bdi, li bdi, td bdi, th bdi { white-space: nowrap; }
        .fields { display: grid; grid-template-columns: repeat(3, auto); gap: 1mm 6mm; margin: 0 0 3mm; }
        .fields dt { font-size: 8.5pt; color: #444; }
        .fields dd { margin: 0; overflow-wrap: anywhere; }
        .fields div:last-child { grid-column: 1 / -1; }
        .verdict { border: 2px solid #111; padding: 2mm 3mm; font-size: 12pt; }
        .verdict strong { font-size: 15pt; }
        .note { border-inline-start: 3px solid #555; padding-inline-start: 2mm; font-size: 9pt; }
        article { border: 1px solid #777; border-inline-start: 4px solid #111; padding: 2mm 3mm; margin: 0 0 3mm; }
        .answer { display: inline; font-weight: bold; margin-inline-start: 3mm; border: 1px solid #111; padding: 0 1.5mm; font-size: 9pt; white-space: nowrap; }
        .source { font-size: 8.5pt; color: #333; }
        .source::first-letter { text-transform: uppercase; }
        table { width: 100%; border-collapse: collapse; margin: 1.5mm 0; font-size: 9pt; }
        th, td { text-align: start; vertical-align: top; padding: 0.7mm 1.5mm; border-bottom: 1px solid #aaa; }
        thead th { border-bottom: 1.5px solid #111; font-size: 8.5pt; }
        tbody th { font-weight: normal; }
        .criteria tbody th { width: 24%; }
        .criteria td:nth-child(2) { width: 13%; }
        .criteria td:nth-child(3) { width: 31%; }
        .level1 { margin-inline-start: 5mm; }
        .level2 { margin-inline-start: 10mm; }
        .end { font-size: 9pt; margin-top: 5mm; }
        .signatures { margin-top: 8mm; break-inside: avoid; }
        .signatures div { display: inline-block; width: 31%; margin-inline-end: 2%; margin-top: 14mm; border-top: 1px solid #111; font-size: 9pt; }
        @media print {
          main { max-width: none; padding: 0; }
          article, tr, .verdict { break-inside: avoid; }
          h2, h3, h4, thead { break-after: avoid; }
          thead { display: table-header-group; }
        }
        """
}
