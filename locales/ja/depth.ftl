# The depth check and the outline beside the editor.
depth-title = 点検
depth-help = 言葉だけを見る簡単な規則です。外れることもあり、公開の妨げにはなりません。
depth-nothing = 指さす所はありません。
depth-tactic = 一つの打ち手だけで結果を説明しています。
depth-tactic-why = なぜその人たちに効いたのでしょう。誰の課題に応えたか、何に価値を感じたかを書いてください。
depth-number = 出典のない数字です。
depth-number-why = [^キー] で出典を示すか、自分の見積もりなら [^my-estimate] と書いてください。
depth-bridge = つながりがありません。
depth-bridge-why = 二つの柱は立っています。なぜ一方が他方につながるのかを書いてください。
depth-more = ほかに { $count } か所
depth-lacks-gist = 一言がない
depth-lacks-text = 一言だけ
depth-lacks-bridge = すき間
depth-lacks-sources = 出典のない数字 { $count }
