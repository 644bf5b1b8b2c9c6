# The lenses and the hypothesis: names, prompts, worked examples, when they help and when they mislead.

lens-purpose-name = Purpose
lens-purpose-question = Why does it exist?
lens-purpose-angles =
    Which wrong did its founders want to put right, and for whom?
    What does it refuse to do, though it would pay?
    Which decision can only be explained by the purpose?
lens-purpose-example = Warby Parker’s founders asked why glasses cost $700 when a new phone cost $200 (HuffPost, 2016). The price of $95 that stayed the same from 2010 to 2022 (RetailWire, 2022) can be read as that question, kept alive.
lens-purpose-helps = Helps when a decision looks unprofitable and was kept up for years.
lens-purpose-misleads = Misleads when it repeats the company’s slogan: a purpose that forbids nothing explains nothing.
lens-growth-name = Growth over time
lens-growth-question = How did it get here?
lens-growth-angles =
    Which event made the next one possible?
    When did growth stop, and what was changed then?
    What was already there, long before anybody noticed?
lens-growth-example = For Warby Parker: first store in 2013; own optical lab in 2017; stores 62% of revenue in 2018 and 73% in the second quarter of 2025; home try-on ended with 2025 (RCBJ, 2021; earnings call, 2025; eMarketer, 2025). Read as a line, the shops are not a late addition but the longest thread.
lens-growth-helps = Helps when the story is told as one stroke of genius: a line shows what came first.
lens-growth-misleads = Misleads when order is taken for cause: what came before did not always lead to what came after.
lens-finance-name = Financial structure
lens-finance-question = Where does the money come from and go?
lens-finance-angles =
    Which single line carries most of the profit?
    Which cost would have to fall for a rival to copy this?
    What has to be paid before the first customer pays?
lens-finance-example = Warby Parker lost $56m on sales of $394m in 2020 (Sherwood, 2021); 2025 brought the first full-year profit, $1.6m (company, February 2026). Fifteen years to the first profit: the price is low, the shops and the lab are not.
lens-finance-helps = Helps when a strategy sounds good: figures show whether somebody pays for it.
lens-finance-misleads = Misleads when years, units or companies are mixed, or when a forecast stands beside a result.
lens-alternatives-name = Alternatives and positioning
lens-alternatives-question = What else could the customer do?
lens-alternatives-angles =
    What would they do if the whole industry vanished, including nothing?
    Which two questions decide between the alternatives?
    Which corner is empty, and is there a good reason for that?
lens-alternatives-example = For glasses in the US: across, “price a riddle” to “price said at once”; upwards, “wait for it” to “walk out with it today”. Warby Parker began in one corner and moved to another with its shops. The axes are the customer’s questions, not the company’s strengths.
lens-alternatives-helps = Helps when two alternatives look alike to you and not to the customer.
lens-alternatives-misleads = Misleads when the axes are chosen so that the company stands alone in the best corner, or say the same thing twice.
lens-4p-name = 4P against customer value
lens-4p-question = Which value does each action serve?
lens-4p-angles =
    Take each P: what is done that a rival does not do?
    Which value has no action behind it?
    Which action serves no value and could stop?
lens-4p-example = Warby Parker — price: $95 with lenses, unchanged from 2010 to 2022 (RetailWire, 2022) serves “I need not be ashamed of asking what it costs”. Place: eye exams in the shop, 6% of revenue in the second quarter of 2025 (earnings call, 2025) serve “one errand, not two”.
lens-4p-helps = Helps when a company does many things at once: pairs show what holds together.
lens-4p-misleads = Misleads when actions are listed without the value: then it is a list of activities.
lens-success-name = Success factors × resources
lens-success-question = Which resource carries which factor?
lens-success-angles =
    What must be true for this to work, and who in the company makes it true?
    Which resource carries several factors at once?
    Which could be bought tomorrow, and which took years?
lens-success-example = Warby Parker — factor “a price that can be said in one number”: carried by own design and direct sale, and since 2017 by an own optical lab (RCBJ, 2021). Factor “the exam leads to the sale”: carried by 323 stores at the end of 2025 (company, 2026).
lens-success-helps = Helps to tell what a rival can copy next month from what takes ten years.
lens-success-misleads = Misleads when “brand” or “people” stands in every box: say which people, doing what.
lens-experience-name = Customer experience
lens-experience-question = What is it like, step by step?
lens-experience-angles =
    Where does it begin, before the company knows of the customer?
    At which step do most people stop, and why?
    Which step do they tell others about?
lens-experience-example = Warby Parker until 2025: choose five frames on the web; they come home for five days, free (eMarketer, 2025); ask friends; send back; wait for the lenses. The best moment, friends laughing over five frames, cost a parcel both ways. Most of its latest users lived within 30 minutes of a store (2025).
lens-experience-helps = Helps when teams each own a step and nobody owns the way.
lens-experience-misleads = Misleads when it draws the path that the company wishes for. A share without a source is a guess: say so.
lens-maturity-name = Marketing maturity
lens-maturity-question = How far has marketing become the way it is run?
lens-maturity-angles =
    Who decides the price, and do they talk with customers?
    Which number do all departments look at together?
    What would happen to marketing if the person in charge left?
lens-maturity-example = Warby Parker from outside: one price decided once and kept, shops, lab and exams under one roof (RetailWire, 2022; RCBJ, 2021). That speaks for stage 3, one view of the customer across departments; for stage 4 we would need to see who decides, and have no source.
lens-maturity-helps = Helps to say which step your own company is on, and what the next one asks for.
lens-maturity-misleads = Misleads when good advertising is taken for maturity. Without evidence from inside, stay a stage lower.
lens-unseen-name = What works unseen
lens-unseen-question = What carries the success without being seen?
lens-unseen-angles =
    What would customers notice only if it failed?
    Who has to do dull work every day for this?
    Which rule, contract or habit holds it in place?
lens-unseen-example = Under Warby Parker’s plain price lies a federal rule that the prescription must be handed over (Federal Register, July 2024). Nobody advertises with it; without it, there would be no separate sale to win.
lens-unseen-helps = Helps when the visible part has been copied and the copy failed.
lens-unseen-misleads = Misleads when it becomes a riddle: what cannot be seen at all cannot be shown. Give at least one trace of it.
lens-own-name = Back into my own work
lens-own-question = What will I do differently tomorrow?
lens-own-angles =
    Which sentence of this trace is also true of my work?
    What would I stop?
    Whom will I ask, by when?
lens-own-example = “We show five plans. Their one price was said at once. I will ask three customers this week which of our five they could name.”
lens-own-helps = Helps most when written within a day of the trace. Only its authors can read it.
lens-own-misleads = Misleads when the answer is “more of the same”: a trace that changes nothing was only read.
# $number (Number)
hypothesis-name = Hypothesis { $number }
hypothesis-question = As CMO I would …, because …
hypothesis-angles =
    What would you do first, and what would you stop to pay for it?
    Which sign would show, before the result, that you are right or wrong?
    When can that be seen at the earliest?
hypothesis-example = As CMO of Warby Parker I would sell the exam, not the frame, because about three quarters of glasses are bought where the exam takes place (eMarketer, 2025). Signal: exams above a tenth of revenue. Within 3 years.
hypothesis-helps = Helps because a date makes an opinion into something that one can be wrong about.
hypothesis-misleads = Misleads when the signal would come anyway: choose one that would not be there without the act.
