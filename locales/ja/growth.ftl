# What would add most, what is open, building on another's trace, using one.
growth-next = いま足すと一番効くところ:
growth-why-gist = 四つの一言がそろうと、ほかの人が読めるようになります。
growth-why-bridge = 二つの柱は立っています。なぜつながるのかが、まだ書かれていません。
growth-why-text = まだ一言だけです。その後ろの考えを書いてみてください。
growth-why-numbers = 出典のない数字が { $count } つあります。出典があれば、読む人が確かめられます。
growth-open = 空いている所
growth-open-nothing = なし(すべて書かれ、出典もあります)
growth-open-gists = 一言 { $count }
growth-open-texts = 柱の本文 { $count }
growth-open-bridges = つながり { $count }
growth-open-numbers = 出典のない数字 { $count }

growth-build = このトレースをもとに書く
growth-build-text = 同じ企業について、これをもとに自分のトレースを始めます。出典は引き継がれ、言葉は自分で書きます。どちらのページにもそう載ります。
growth-build-go = これをもとに書く
growth-used = 使ってみた
growth-used-text = 自分の仕事で試しましたか。どうなったかを下に書くと、書いた人に届きます。
growth-origin = もとにしたトレース:
growth-built = これをもとに書かれたトレース:
growth-by = { $who } 著
growth-notice-built = { $who }さんがあなたのトレースをもとに新しいトレースを公開しました
growth-editor-origin = ほかのトレースをもとにしています。出典は入っています。言葉は自分で見つけてください。

growth-record = 使ってみた記録
growth-record-help = 自分の仕事で試したトレースと、そのとき書いたこと。この一覧はあなたにだけ見えます。
