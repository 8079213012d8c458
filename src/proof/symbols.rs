//! Answers as Boolean variables: every response that can be given, also a
//! partial one, is a valuation.
//!
//! A question with options that exclude each other (a choice, a scale) has one
//! number in binary, 0 for no answer. A checklist has a variable an option; no
//! tick is no answer. Only valuations in [`Symbols::valid`] are responses.

use biodivine_lib_bdd::{Bdd, BddValuation, BddVariable, BddVariableSet};

use crate::model::{Answer, Guide, Kind, OptionSet, Question, QuestionIx, Response};

/// An order of the questions in which the sets stay small, found by trying: the
/// proof is the same in any other, and takes two or three times as long.
pub const ORDER: &str = include_str!("order.txt");

/// What the variables need to know of a question.
pub struct Shape {
    /// Its name.
    pub id: String,
    /// What an answer looks like.
    pub kind: Kind,
    /// For each option whether it stands alone ("None of these").
    pub exclusive: Vec<bool>,
}

/// The variables of every question.
pub struct Symbols {
    set: BddVariableSet,
    questions: Vec<Vec<BddVariable>>,
    kinds: Vec<(Kind, Vec<bool>)>,
}

impl Symbols {
    /// The variables for a guide's questions.
    pub fn new(guide: &Guide) -> Self {
        Self::of(&guide.questions.iter().map(Shape::of).collect::<Vec<_>>())
    }

    /// The variables for questions of these shapes.
    pub fn of(shapes: &[Shape]) -> Self {
        let widths: Vec<usize> = shapes.iter().map(width).collect();
        let set = BddVariableSet::new_anonymous(widths.iter().sum::<usize>() as u16);
        // A question that is not listed stands beside the one before it.
        let mut before = 0;
        let places = shapes.iter().map(|shape| {
            before = ORDER.lines().position(|listed| listed == shape.id).unwrap_or(before);
            before
        });
        let mut order: Vec<(usize, (usize, usize))> =
            places.zip(widths.iter().copied().enumerate()).collect();
        order.sort_by_key(|(place, _)| *place);
        let mut variables = set.variables().into_iter();
        let mut questions: Vec<(usize, Vec<BddVariable>)> = order
            .into_iter()
            .map(|(_, (index, width))| (index, variables.by_ref().take(width).collect()))
            .collect();
        questions.sort_by_key(|(index, _)| *index);
        let questions = questions.into_iter().map(|(_, variables)| variables).collect();
        let kinds = shapes.iter().map(|shape| (shape.kind, shape.exclusive.clone())).collect();
        Self { kinds, questions, set }
    }

    /// How many variables there are.
    pub fn count(&self) -> u16 {
        self.set.num_vars()
    }

    /// Everything.
    pub fn all(&self) -> Bdd {
        self.set.mk_true()
    }

    /// Nothing.
    pub fn none(&self) -> Bdd {
        self.set.mk_false()
    }

    /// The valuations that are responses.
    pub fn valid(&self) -> Bdd {
        (0..self.questions.len() as u16)
            .map(|index| self.valid_answer(QuestionIx(index)))
            .fold(self.all(), |all, one| all.and(&one))
    }

    /// The question has no answer.
    pub fn unanswered(&self, question: QuestionIx) -> Bdd {
        self.fixed(self.variables(question).iter().map(|variable| (*variable, false)))
    }

    /// The question's answer is exactly this one.
    pub fn is(&self, question: QuestionIx, answer: Answer) -> Bdd {
        self.fixed(self.literals(question, Some(answer)))
    }

    /// One of these options is chosen or ticked.
    pub fn chosen(&self, question: QuestionIx, any_of: OptionSet) -> Bdd {
        let options = (0..OptionSet::CAPACITY).filter(|index| any_of.has(*index));
        let one = |index: usize| match self.kinds.get(usize::from(question.0)) {
            Some((Kind::Choices, _)) => match self.variables(question).get(index) {
                Some(variable) => self.set.mk_var(*variable),
                None => self.none(),
            },
            _ => self.is(question, Answer::Options(OptionSet::only(index))),
        };
        options.map(one).fold(self.none(), |any, one| any.or(&one))
    }

    /// Of a checklist one option is ticked, or none.
    pub fn at_most_one_tick(&self, question: QuestionIx) -> Bdd {
        match self.kinds.get(usize::from(question.0)) {
            Some((Kind::Choices, options)) => (0..options.len())
                .map(|place| self.is(question, Answer::Options(OptionSet::only(place))))
                .fold(self.unanswered(question), |any, one| any.or(&one)),
            _ => self.all(),
        }
    }

    /// The number on the scale is between these, both included.
    pub fn between(&self, question: QuestionIx, least: u8, most: u8) -> Bdd {
        (least..=most.min(Question::SCALE_MAX))
            .map(|value| self.is(question, Answer::Value(value)))
            .fold(self.none(), |any, one| any.or(&one))
    }

    /// The values that a question's variables take for an answer.
    pub fn literals(
        &self,
        question: QuestionIx,
        answer: Option<Answer>,
    ) -> Vec<(BddVariable, bool)> {
        let variables = self.variables(question);
        let number = match (self.kinds.get(usize::from(question.0)), answer) {
            (_, None) => 0,
            (_, Some(Answer::Value(value))) => u32::from(value) + 1,
            (Some((Kind::Choices, _)), Some(Answer::Options(set))) => set.0,
            (_, Some(Answer::Options(set))) => set.0.trailing_zeros() + 1,
        };
        let bit = |(place, variable): (usize, &BddVariable)| (*variable, number >> place & 1 == 1);
        variables.iter().enumerate().map(bit).collect()
    }

    /// The response that a valuation stands for.
    pub fn response(&self, valuation: &BddValuation) -> Response {
        let mut response = Response::default();
        for (index, (variables, (kind, _))) in self.questions.iter().zip(&self.kinds).enumerate() {
            let bits = variables.iter().enumerate();
            let number = bits.fold(0u32, |number, (place, variable)| {
                number | u32::from(valuation.value(*variable)) << place
            });
            let answer = match (kind, number) {
                (_, 0) => None,
                (Kind::Choices, set) => Some(Answer::Options(OptionSet(set))),
                (Kind::Choice, place) => Some(Answer::Options(OptionSet::only(place as usize - 1))),
                (Kind::Scale { .. }, place) => Some(Answer::Value(place as u8 - 1)),
            };
            response.set(QuestionIx(index as u16), answer);
        }
        response
    }

    /// The valuation that stands for a response.
    pub fn valuation(&self, response: &Response) -> BddValuation {
        let mut valuation = BddValuation::all_false(self.count());
        for index in 0..self.questions.len() as u16 {
            for (variable, value) in
                self.literals(QuestionIx(index), response.get(QuestionIx(index)))
            {
                valuation.set_value(variable, value);
            }
        }
        valuation
    }

    fn variables(&self, question: QuestionIx) -> &[BddVariable] {
        self.questions.get(usize::from(question.0)).map_or(&[], Vec::as_slice)
    }

    /// The variable of an option of a checklist.
    pub fn tick(&self, question: QuestionIx, option: usize) -> Option<BddVariable> {
        self.variables(question).get(option).copied()
    }

    /// Those of these people whose answers differ from somebody's at this many
    /// questions or fewer.
    pub fn near(&self, somebody: &Response, questions: usize, people: &Bdd) -> Bdd {
        let same = |index| self.fixed(self.literals(index, somebody.get(index)));
        let near = self.all_but(questions, &same).pop();
        near.map_or_else(|| self.none(), |near| near.and(people))
    }

    /// Those who answer every question in such a way, those who do so but for one, and so
    /// on up to this many.
    pub fn all_but(&self, questions: usize, such: &dyn Fn(QuestionIx) -> Bdd) -> Vec<Bdd> {
        let mut near = vec![self.all(); questions + 1];
        for index in (0..self.questions.len() as u16).map(QuestionIx) {
            let same = such(index);
            for count in (0..near.len()).rev() {
                let one_less = count.checked_sub(1).and_then(|less| near.get(less));
                let differs = one_less.map_or_else(|| self.none(), |less| less.and_not(&same));
                if let Some(slot) = near.get_mut(count) {
                    *slot = slot.and(&same).or(&differs);
                }
            }
        }
        near
    }

    /// The valuations in which these variables have these values.
    pub fn fixed(&self, literals: impl IntoIterator<Item = (BddVariable, bool)>) -> Bdd {
        literals.into_iter().fold(self.all(), |all, (variable, value)| {
            all.and(&self.set.mk_literal(variable, value))
        })
    }

    fn valid_answer(&self, question: QuestionIx) -> Bdd {
        let Some((kind, exclusive)) = self.kinds.get(usize::from(question.0)) else {
            return self.all();
        };
        match kind {
            Kind::Choices => exclusive.iter().enumerate().filter(|(_, alone)| **alone).fold(
                self.all(),
                |valid, (index, _)| {
                    let this = self.chosen(question, OptionSet::only(index));
                    let alone = self.is(question, Answer::Options(OptionSet::only(index)));
                    valid.and(&this.imp(&alone))
                },
            ),
            Kind::Choice => (0..exclusive.len())
                .map(|index| self.is(question, Answer::Options(OptionSet::only(index))))
                .fold(self.unanswered(question), |any, one| any.or(&one)),
            Kind::Scale { .. } => {
                self.between(question, 0, Question::SCALE_MAX).or(&self.unanswered(question))
            }
        }
    }
}

impl Shape {
    /// That of a question.
    fn of(question: &Question) -> Self {
        let exclusive = question.options.iter().map(|option| option.exclusive).collect();
        Self { id: question.id.clone(), kind: question.kind, exclusive }
    }
}

fn width(shape: &Shape) -> usize {
    let bits = |values: usize| (usize::BITS - values.leading_zeros()) as usize;
    match shape.kind {
        Kind::Choices => shape.exclusive.len(),
        Kind::Choice => bits(shape.exclusive.len()),
        Kind::Scale { .. } => bits(usize::from(Question::SCALE_MAX) + 1),
    }
}
