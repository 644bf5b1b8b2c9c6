# The writing guide that stands beside each part, and the home page's first words.

guide-shift-name = 市場・社会の変化
guide-shift-question = 世の中はどう動いているか
guide-shift-help = この企業がなかったとしても起きていた、客のまわりの変化を書きます。
guide-shift-angle1 = 数年前にはできず、いまはできることは何か
guide-shift-angle2 = 増えているのは誰で、減っているのは誰か
guide-shift-angle3 = どの法律、値段、技術が、いつ変わったのか
guide-shift-angle4 = 足りなかったのに余りはじめたもの、その逆のものは何か
guide-shift-angle5 = 同じ時期にうまくいかなかった企業には、何が起きていたか
guide-shift-example-gist = 米国では処方箋を患者に渡す決まりがあり、眼鏡を検査した店で買う必要がなくなった。
guide-shift-example-body = 
    米国では連邦の規則により、検査をした側が眼鏡の処方箋を患者に渡さなければならない。2024年9月からは、受け取りの署名も必要になった(連邦官報、2024年7月)。処方箋が手元にあれば、目の検査と眼鏡の購入は別々の買い物になる。

    ところが、店頭に並ぶ名前の多くは同じ会社につながっていた。2015年の時点で、LensCrafters、Sunglass Hut、Ray-Ban、OakleyはどれもLuxotticaのものである(Inc.、2015年)。選ぶ自由はあるのに、選ぶ先が乏しかった。
guide-shift-too-simple = 「ネットで買うのが当たり前になった」。靴にも本にもソファにも当てはまるので、眼鏡の説明になりません。この客に届いた変化だけが、次の柱を動かします。
guide-task-name = 顧客の課題
guide-task-question = 誰が、何を片づけたいのか
guide-task-help = 場面の中にいる人を思い浮かべ、商品の名前を使わずに、片づけたいことを書きます。
guide-task-angle1 = 買おうと思いつく直前、その人は何をしているか
guide-task-angle2 = いまは何で間に合わせ、どこに苛立っているか
guide-task-angle3 = 本人の言葉で「済んだ」と言えるのは、どうなったときか
guide-task-angle4 = ほしいのに、ためらうのはなぜか
guide-task-angle5 = ほかに関わるのは誰か。払う人、使う人、世話をする人は同じか
guide-task-example-gist = 眼鏡の要る学生は、自分に似合う一本を、腑に落ちる値段で選びたい。
guide-task-example-body = 
    創業者たちは学生だった。新しい電話が200ドルで買えるのに、なぜデザイナーの眼鏡は700ドルもするのかと首をかしげたという(HuffPost、2016年)。大事なのは電話との比較である。高いこと自体ではなく、高い理由が分からないことに納得していなかった。

    ためらいはもうひとつある。眼鏡は顔の真ん中に乗る。写真だけでは似合うかどうか決められない。課題は「自信をもって選ぶこと」で、値段はその半分でしかない。
guide-task-too-simple = 「安い眼鏡がほしい」。それは商品への注文です。似合うかどうかの不安が消えてしまい、街でいちばん安い店が勝たなかった理由を言えなくなります。
guide-value-name = 提供価値
guide-value-question = 何にお金を払うのか
guide-value-help = お金と引き換えに客が手にするものを、競合には当てはまらない言葉で書きます。
guide-value-angle1 = これがなければ、客は自分で何をしなければならないか
guide-value-angle2 = どの心配が消えるのか
guide-value-angle3 = どの財布から出るお金で、前は何に使われていたか
guide-value-angle4 = 何を削っても、客はまだ払うか
guide-value-angle5 = 競合の名前に入れ替えても、その文は正しいままか
guide-value-example-gist = レンズ込みの分かりやすい値段と、決める前に自分の顔で確かめられること。
guide-value-example-body = 
    2010年から2022年まで、基本の眼鏡は度付きレンズ込みで95ドルだった(RetailWire、2022年)。効いているのは額よりも分かりやすさである。会計の場で何も足されない。

    似合うかどうかの不安には、箱で応えた。フレーム5本を5日間、無料で家に送る(eMarketer、2025年)。この試着は2025年限りで終わった。最近の利用者の多くは店から30分以内に住んでいたという。試すことの価値が消えたのではない。試す場所が移ったのである。
guide-value-too-simple = 「よい品を安く」。どの店もそう言います。よそでは不確かで、この客には確かになったことは何か。そこを書きます。
guide-model-name = ビジネスモデル
guide-model-question = どう稼ぐのか
guide-model-help = お金の入り口と、かかる費用、そして同じ価値を明日も出せる理由を書きます。
guide-model-angle1 = 誰が、どのくらいの頻度で、どの部分に払うか
guide-model-angle2 = 他社が避けている費用のうち引き受けたもの、逆に省いたものは何か
guide-model-angle3 = 客が増えるほど楽になるのは何か
guide-model-angle4 = 競合がまねすると、自分の首を絞めるのはどこか
guide-model-angle5 = どの数字が下がったら、経営者は真っ先に青ざめるか
guide-model-example-gist = 企画から製造、販売まで自社で持って卸の取り分をなくし、店と視力検査で客を呼び戻す。
guide-model-example-body = 
    フレームを自社で企画して直接売り、2017年からはレンズの加工所も自前で持つ(RCBJ、2021年)。卸の上乗せがない。ネットから始まったが、いま稼ぐ場は店である。決算説明によれば、2025年第2四半期は売上の73%が店からだった。

    目立たないのが視力検査だ。眼鏡の約4分の3は検査を受けた場所で買われる(eMarketer、2025年)。検査を自分で提供すれば、買い物も同じ屋根の下に戻ってくる。時間はかかった。会社の発表では、通年の黒字は2025年の160万ドルが初めてである。
guide-model-too-simple = 「中間業者を省いた」。消えた費用だけを挙げ、代わりに増えた費用に触れていません。店、人、加工所、そして黒字のなかった長い年月です。
guide-shift-task-question = この変化が、なぜこの人の課題になるのか
guide-shift-task-help = 「なぜなら」から始めて、世の中の話をひとりの場面まで下ろします。
guide-shift-task-example = 処方箋を自分で持ち歩けるなら、店を比べられる。比べてみて初めて、これまでの値段の説明のつかなさが気になりはじめる。
guide-task-value-question = ほかでもなく、なぜこれにお金を払うのか
guide-task-value-help = 課題にあるためらいを取り出し、価値がそれを消すことを示します。
guide-task-value-example = ためらわせているのが説明のつかない値段と試せないフレームなのだから、差し出すべきは分かりやすい値段と、鏡を見る機会である。
guide-value-model-question = この価値が、なぜこの稼ぎ方になるのか
guide-value-model-help = 約束を守るために避けられない費用や収入を挙げ、仕組みがどう受け止めるかを言います。
guide-value-model-example = 分かりやすく安い値段には、他社の取り分を入れる余地がない。だから企画も製造も販売も自分で引き受けることになる。
fill-s1 = { "" }
fill-s2 = が、
fill-s3 = に変わり、
fill-s4 = は「
fill-s5 = 」と思っている。だから
fill-s6 = にお金を払い、
fill-s7 = は
fill-s8 = で稼ぐ。
fill-who-label = 誰が
fill-who-placeholder = 眼鏡の要る学生
fill-task-label = 片づけたいこと
fill-task-placeholder = 似合う眼鏡を腑に落ちる値段で選びたい
fill-from-label = 前はどうだったか
fill-from-placeholder = 検査した店で買う眼鏡
fill-to-label = いまはどうか
fill-to-placeholder = 処方箋を持って選び歩く眼鏡
fill-value-label = 何に払うか
fill-value-placeholder = 分かりやすい値段と、鏡の前で試せること
fill-model-label = どう稼ぐか
fill-model-placeholder = 企画から販売までを自社で持つこと
fill-company-label = 企業
fill-company-placeholder = ワービー・パーカー
fill-shift-join = が、
fill-shift-end = に変わった。
fill-task-join = は「
fill-task-end = 」と思っている。
claim-title = 企業がうまくいく理由を、一本の線で描く。
claim-not = 有名人の広告が当たって、店に客が押し寄せた。
claim-not-label = これはトレースではない
claim-body = 世の中の変化、そこで生まれた課題、お金を払う理由、稼ぐ仕組み。四つを書き、なぜ次へつながるのかを言い切ったものがトレースです。
