# トップ、一覧、検索、企業、会員、フィード。

home-title = 売れた理由を、たどる
home-lede = トレースは、四つの柱と、それをつなぐ一文
home-lede-more = 。何が動き、誰の課題で、何にお金を払い、どう儲けるか
home-lede-end = 。
home-draw = 自分で描く
home-read = トレースを読む
home-sheet = 描かれたトレースの例
home-drawn-by = 書いた人
home-stage = 段階
home-revised = 改訂
home-example = 例
home-example-text = このページのために用意した例です。最初のトレースが公開されると入れ替わります。
home-stage-said = { $stage }、つながり { $said }/3
home-legend-said = 言えたつながり
home-legend-gap = すきまと、その問い
home-start = 一文から始める
home-start-text = 四つの一言でスケッチになります。三分で公開できます。始めるのに登録はいりません。
home-draw-it = 図にする
home-featured = 注目のトレースと、その理由
home-featured-all = 注目のトレースをすべて見る
home-latest = 新しいトレース
home-latest-all = すべてのトレース
home-empty = 公開されたトレースは、まだありません。
home-empty-help = 上の一文だけでスケッチになります。最初の一本を書いてみませんか。

example-shift = 給料が伸びなくなり、床屋の一時間が高くついた。
example-shift-task = その一時間の大半は、切っていない時間だから。
example-task = 乗り換えの途中で、今日のうちに整えたい人がいる。
example-task-value = 本当の値段は、待つ時間だから。
example-value = 十分、カットだけ、一律料金、予約なし。
example-model = 駅なかの小さな店。一席で一時間に五、六人。

list-title = トレース
list-description = 会員が調べた、企業がうまくいく理由。新しい順に並んでいます。
list-narrow = 絞り込む
list-stage = 段階
list-industry = 業種
list-discipline = 書いた人の職種
list-language = 書かれた言語
list-chosen = 選ばれたもの
list-featured-only = 注目のみ
list-apply = 適用する
list-narrowed = 絞り込んでいます
list-show-all = すべて表示
list-pages = ページ
list-newest = 最新へ
list-older = 古いトレース →
list-goes-on = このページに表示できるトレースはありません。続きは下からどうぞ。
list-none = すべてに合うトレースはありません。
list-none-help = 条件を一つ外すか、最初の一本を書いてみましょう。
list-clear = 条件を外す
list-write = 書く
list-end = これより古いトレースはありません。

companies-title = 企業
companies-from = これまでに取り上げた企業と、最初の一本を待つ企業。
companies-find = 名前のはじめ
companies-industry = 業種
companies-all = すべて
companies-first = 最初に書く
companies-first-of = { $company }を最初に書く
companies-more = 続き →
companies-start = はじめから
companies-none = このことばで始まる企業はありません。
companies-none-help = もう一方の言語の名前で探すか、トレースと一緒に企業を加えてください。
companies-add = トレースと一緒に加える
company-description = { $company }がうまくいく理由を、会員が自分の言葉で書いたトレース。
company-other-name = 英語名
company-industry = 業種
company-country = 国
company-code = 証券コード
company-aliases = 別名
company-traces = { $count ->
    [0] トレースはまだありません
   *[other] トレース{ $shown }本を、縦に並べて
}
company-add = 自分も書く
company-none = この企業のトレースは、まだありません。
company-none-help = 四つの一言を含む一文から始められます。
company-older = 古いトレース →

member-description = { $name }さんのトレース
member-handle = ハンドル
member-discipline = 職種
member-since = 登録
member-traces = トレース
member-none = 公開したものは、まだありません。
member-nothing = 表示できるものはありません。
member-block = このメンバーをブロックする
member-blocked = このメンバーをブロックしています
member-block-text = ブロックすると、一覧ではお互いのトレースが見えなくなり、お互いのトレースやコメントへの書き込みと、ペアを組むことができなくなります。相手には知らされません。公開されたものは公開のままです。解除は、このページか「設定」からいつでもできます。
member-block-go = ブロックする
member-unblock-text = 一覧ではお互いのトレースが見えません。お互いのトレースやコメントへの書き込みと、ペアを組むことはできません。
member-unblock-go = ブロックを解除する

search-title = 検索
search-title-of = 「{ $query }」
search-word = ことば
search-go = このことばで検索
search-again = もう一度検索
search-count = { $count ->
   *[other] { $shown }本
}
search-many = よく合う順
search-companies = 企業:
search-more = 続き →
search-best = よく合うものへ
search-none = 題名、一言、企業名に「{ $query }」を含むものはありません。
search-none-help = 短いことばで試してください。日本語は一文字から探せます。
search-ask = 企業名やことばを入れてください。
search-ask-help = 題名、一言、企業名を、日本語と英語で探します。

feed-traces = Marketing Trace:新しいトレース
feed-traces-in = Marketing Trace:新しいトレース({ $language })
feed-featured = Marketing Trace:注目のトレース
feed-company = { $company }のトレース · Marketing Trace
feed-member = { $name }さんのトレース · Marketing Trace
feed-gist = { $pillar }:{ $gist }
