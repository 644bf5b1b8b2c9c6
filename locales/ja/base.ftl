language-name = 日本語
site-name = Marketing Trace
skip = 本文へ進む

nav-sections = メニュー
nav-traces = トレース
nav-companies = 企業
nav-pair = ペア
nav-featured = 注目
nav-search = トレースを検索
nav-search-go = 検索
nav-search-hint = 企業名、ことば
nav-language = 言語
nav-sign-in = サインイン
nav-sign-out = サインアウト
nav-mine = あなたのページ
nav-new-trace = 書く
nav-inbox = お知らせ
nav-unread = 件未読
nav-my-page = 自分のページ
nav-settings = 設定

foot-site = 戦略思考のためのジム。読むだけなら登録はいりません。
foot-lines = 線の読み方
foot-lines-text = 実線は「言えた」つながり、点線は問いの残る「すきま」。
foot-theme = 表示
foot-more = ほか
foot-about = このサイトについて
foot-guidelines = 書き方の約束
foot-terms = 利用規約
foot-privacy = プライバシー
foot-contact = お問い合わせ
foot-feed = フィード
theme-light = 紙
theme-dark = 青写真
theme-auto = 端末に合わせる

error-wrong-method = ここはフォームの送信先です
error-wrong-method-help = このアドレスは、この方法では開けません。リンクから来た場合は、もとのページへ戻ってください。
error-not-found = このページはありません
error-not-found-help = アドレスが違うか、ここにあったものがなくなったか、公開されていません。
error-sign-in = サインインしてください
error-sign-in-help = サインインしたメンバーのためのページです。
error-not-allowed = この操作はできません
error-invalid = 入力に合わないところがあります
error-invalid-help = 戻ると、入力した内容は残っています。印のついた欄を確かめて、もう一度送ってください。
error-conflict = 先に変更されました
error-conflict-help = 開いたあとに内容が変わりました。もう一度開き、確かめてから送ってください。
error-too-large = 大きすぎます
error-too-large-help = このページが受け取れる大きさを超えています。何も保存されていません。戻って短くしてください。
error-too-many = 回数が多すぎます
error-too-many-help = { $minutes ->
    [one] 1分ほど待ってから、もう一度お試しください。
   *[other] { $minutes }分ほど待ってから、もう一度お試しください。
}
error-unavailable = 少しお待ちください
error-unavailable-help = いまデータベースに接続できません。入力した内容はブラウザに残っています。1分ほどしてから戻って送り直してください。
error-internal = 問題が起きました
error-internal-help = こちら側の不具合で、記録しました。もう一度お試しください。直らないときは、下のコードをお知らせください。
error-reference = 照会コード: { $code }
error-home = ホームへ

again-title = サインインが切れています
again-help = 送った内容は、すべてこのページに残っています。別のタブでサインインしてから、ここに戻ってもう一度送ってください。
again-secret = パスワードは残していません。あとでもう一度入力してください。
again-sign-in = 新しいタブでサインイン
again-switched = 送った内容はすべて残っています
again-switched-help = フォームへの返事を表示していました。送った内容はここにあります。もう一度送ると続きに進みます。
again-send = もう一度送る

refused-unverified = 先にメールアドレスを確認してください。お送りした手紙のリンクから確認できます。それまでは下書きを書けます。
refused-suspended = アカウントは一時停止中です。読むことと、下書きを書くことはできます。
refused-organizers = 運営メンバーだけができる操作です。
refused-authors = 書いた人だけができる操作です。
refused-blocked = あなたか相手が、相手をブロックしています。
refused-foreign-site = ほかのサイトから送られた操作なので、受け付けませんでした。このサイトのページを開いてからやり直してください。
refused-sign-up-closed = いまは新しいメンバーを受け付けていません。
refused-bookings-full = 同時に持てる予約の数に達しています。会うか取り消すかしてから、もう一度お試しください。上限は「ペア」のページに説明があります。
refused-partner-unable = 相手はいま、セッションを受けられません。
refused-not-for-you = これは別の人に向けたものです(自分の募集か、希望の職種・言語が違います)。
refused-demo-member = デモ用のメンバーは、削除できません。

problem-required = ここは必要です。
problem-too-long = 長すぎます。{ $max }文字までにしてください。
problem-too-short = 短すぎます。{ $min }文字以上にしてください。
problem-taken = すでに使われています。別のものにしてください。
problem-not-a-choice = 一覧から選んでください。
problem-not-an-address = メールアドレスの形ではありません。name@example.org のように書きます。
problem-not-a-handle = a〜z、0〜9と、あいだのハイフンで、3〜30文字にしてください。
problem-reserved = この語は使えません。別のものにしてください。
problem-not-a-zone = 一覧からタイムゾーンを選んでください。
problem-common-password = 真っ先に試される、よくあるパスワードです。自分だけの文にしてください。
problem-wrong-password = パスワードが違います。
problem-must-agree = 同意すると先へ進めます。
problem-not-a-source-key = a〜z、0〜9、ハイフンで、1〜24文字にしてください。
problem-key-twice = 同じキーの出典がほかにあります。
problem-not-a-link = リンクの形ではありません。https:// か http:// で始めてください。
problem-not-a-day = 年、年月、年月日のどれかで書いてください(2026、2026-11、2026-11-23)。
problem-too-complex = 書式の入れ子が深すぎるか、くり返しが多すぎます。簡単にしてください。
problem-unreadable = 表示できない文字が入っています。入力し直してください。
problem-gone = 返信先がなくなっています。
problem-not-a-time = 日付と時刻を選んでください。
problem-in-the-past = この時刻は過ぎています。後の時刻を選んでください。
problem-too-far-ahead = 先の日付すぎます。予約できるのは60日先までです。
problem-in-a-gap = 夏時間への切り替えで、この日のこの時刻は存在しません。別の時刻を選んでください。
problem-in-a-fold = 夏時間からの切り替えで、この日のこの時刻は2回あります。別の時刻を選んでください。
problem-not-a-quarter = 開始は毎時0分・15分・30分・45分のいずれかです。
problem-busy = その時間には、ほかのセッションの予約があります。
problem-partner-busy = その時間には、相手にほかのセッションの予約があります。
problem-too-many-of = 多すぎます。{ $max }件までにしてください。
problem-not-a-date = 暦にある日付を選んでください。
problem-not-a-clock-time = 時刻を選んでください(例:19:30)。
problem-not-after = 開始より後の時刻にしてください。
problem-days-ahead = 先の日付すぎます。{ $max }日先までにしてください。
problem-there-already = 同じ時刻から始まるものがすでにあります。先にそちらを削除してください。
problem-not-https = https:// で始まるリンクを入れてください。
problem-of-field = { $field }: { $problem }
problems-title = { $count ->
    [one] 1か所、確かめてください
   *[other] { $count }か所、確かめてください
}
problems-kept = 入力した内容はすべて下に残っています。
