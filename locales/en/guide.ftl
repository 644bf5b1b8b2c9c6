# The writing guide that stands beside each part, and the home page's first words.

guide-shift-name = Market shift
guide-shift-question = How is the world moving?
guide-shift-help = Describe what changed around the customer, whether or not this company had ever existed.
guide-shift-angle1 = What can people do today that they could not do some years ago?
guide-shift-angle2 = Who is growing in number, and who is disappearing?
guide-shift-angle3 = Which rule, price or technology changed, and when exactly?
guide-shift-angle4 = What used to be scarce and is now plentiful, or the other way round?
guide-shift-angle5 = What was happening at the same time to companies that did badly?
guide-shift-example-gist = In the US, eye doctors must hand patients the prescription, so an eye test no longer decides where the glasses are bought.
guide-shift-example-body = 
    A federal rule obliges American prescribers to give patients their eyeglass prescription; since September 2024 they must also get a signed confirmation (Federal Register, July 2024). With the paper in hand, testing eyes and selling frames become separate purchases.

    Yet many of the names a shopper met belonged together: by 2015 Luxottica owned LensCrafters, Sunglass Hut, Ray-Ban and Oakley (Inc., 2015). Freedom to choose had arrived before there was much to choose from.
guide-shift-too-simple = “Everybody shops online now.” True of shoes, books and sofas too, so it cannot explain glasses. A shift is useful when it touches this customer and not just any.
guide-task-name = Customer task
guide-task-question = Whose task is it?
guide-task-help = Name a person in a situation and say what they are trying to get done, without mentioning the product.
guide-task-angle1 = What is the person doing in the minute before they think of buying?
guide-task-angle2 = What do they use now, and what annoys them about it?
guide-task-angle3 = What would count as finished, in their own words?
guide-task-angle4 = What makes them hesitate even when they want it?
guide-task-angle5 = Who else is affected: who pays, who uses, who looks after it?
guide-task-example-gist = Students who need glasses want a pair that suits them, at a price they do not have to swallow hard at.
guide-task-example-body = 
    The founders were students who could not understand why designer glasses cost $700 when a new phone cost $200 (HuffPost, 2016). The phone is the telling part: they did not find the glasses too dear in general, they found the price impossible to explain.

    And there is a second worry. A frame sits in the middle of the face, and nobody can judge it from a picture. The task is to choose with confidence, and price is only half of that.
guide-task-too-simple = “They want cheap glasses.” That is a wish about the product. It hides the hesitation about looks, and leaves you unable to say why the cheapest pair in town did not win.
guide-value-name = Value
guide-value-question = What do they pay for?
guide-value-help = Say what the customer gets in return for the money, in words that would not fit a rival.
guide-value-angle1 = What would they have to do for themselves without it?
guide-value-angle2 = Which worry goes away?
guide-value-angle3 = Out of which purse does the money come, and what did it buy before?
guide-value-angle4 = What could be left out, and they would still pay?
guide-value-angle5 = Does your sentence stay true with a competitor's name in it?
guide-value-example-gist = One plain price with the lenses included, and a way to see the frames on your own face before deciding.
guide-value-example-body = 
    From 2010 to 2022 the basic pair cost $95, prescription lenses included (RetailWire, 2022). The figure matters less than its plainness: nothing is added at the counter.

    Against the second worry there was a box: five frames at home for five days, free of charge (eMarketer, 2025). The company ended the offer with 2025; most of its recent users lived within 30 minutes of a store. Trying on is still part of the value. The place for it has moved.
guide-value-too-simple = “Good quality at a low price.” Any shop would sign that. Ask what exactly is certain for this customer that was uncertain elsewhere.
guide-model-name = Business model
guide-model-question = How does it earn?
guide-model-help = Show where the money comes in, what has to be paid for, and why the value can be offered again tomorrow.
guide-model-angle1 = Who pays, how often, and for which part?
guide-model-angle2 = Which cost does this company carry that others avoid, and which does it avoid?
guide-model-angle3 = What grows easier with each further customer?
guide-model-angle4 = What could a rival not copy without hurting itself?
guide-model-angle5 = Which figure would worry the management first if it fell?
guide-model-example-gist = It designs, makes and sells by itself, so no wholesaler takes a share, and lets shops and eye exams bring customers back.
guide-model-example-body = 
    The firm designs its own frames, sells them directly and has run its own optical laboratory since 2017 (RCBJ, 2021), which leaves out the wholesale markup. What began on the web now earns mainly in shops: 73% of revenue in the second quarter of 2025, according to the earnings call.

    The exam is the quiet part. About three quarters of glasses are bought where the eyes are tested (eMarketer, 2025), so offering exams brings the purchase back under the same roof. It took patience: the company reports its first full-year profit, $1.6 million, for 2025.
guide-model-too-simple = “They cut out the middleman.” It names a cost that went away and not those that took its place: shops, staff, a laboratory, and many years without a profit.
guide-shift-task-question = Why does this change leave these people with this task?
guide-shift-task-help = Start with “because” and go from the world to one person's situation.
guide-shift-task-example = Because the prescription is theirs to carry, people can compare, and comparing is what makes the old price look absurd.
guide-task-value-question = Why is this, of all things, what they pay for?
guide-task-value-help = Take the hesitation in the task and show that the value removes it.
guide-task-value-example = If what holds people back is an unexplained price and an untried frame, the offer has to be a plain price and a chance to look in the mirror.
guide-value-model-question = Why does this value lead to this way of earning?
guide-value-model-help = Say which cost or income the promise forces on the company, and how the model bears it.
guide-value-model-example = A plain low price has no room for anyone else's share, so the firm must do the designing, making and selling itself.
fill-s1 = { "" }
fill-s2 = { " want to " }
fill-s3 = { ", because " }
fill-s4 = { " gave way to " }
fill-s5 = { ". They pay for " }
fill-s6 = { ", and " }
fill-s7 = { " earns by " }
fill-s8 = { "." }
fill-who-label = Who
fill-who-placeholder = students who need glasses
fill-task-label = What they want to get done
fill-task-placeholder = choose a pair that suits them at a price that makes sense
fill-from-label = What it used to be
fill-from-placeholder = buying where your eyes were tested
fill-to-label = What it is now
fill-to-placeholder = carrying the prescription anywhere
fill-value-label = What they pay for
fill-value-placeholder = one plain price and a try in the mirror
fill-model-label = How the company earns
fill-model-placeholder = designing, making and selling by itself
fill-company-label = Company
fill-company-placeholder = Warby Parker
fill-shift-join = { " gave way to " }
fill-shift-end = { "." }
fill-task-join = { " want to " }
fill-task-end = { "." }
claim-title = Draw how a business really works.
claim-not = A famous face was in the ad, so the shops filled up.
claim-not-label = not a trace
claim-body = A trace shows what changed in the world, the task it left people with, what they pay for and how the company earns, and says why each leads to the next.
