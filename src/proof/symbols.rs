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

/// The variables of every question.
pub struct Symbols {
    set: BddVariableSet,
    questions: Vec<Vec<BddVariable>>,
    kinds: Vec<(Kind, Vec<bool>)>,
}

impl Symbols {
    /// The variables for a guide's questions.
    pub fn new(guide: &Guide) -> Self {
        let widths: Vec<usize> = guide.questions.iter().map(width).collect();
        let set = BddVariableSet::new_anonymous(widths.iter().sum::<usize>() as u16);
        let mut order: Vec<(usize, usize)> = widths.iter().copied().enumerate().collect();
        order.sort_by_key(|(index, _)| guide.questions.get(*index).map(|q| place(&q.id)));
        let mut variables = set.variables().into_iter();
        let mut questions: Vec<(usize, Vec<BddVariable>)> = order
            .into_iter()
            .map(|(index, width)| (index, variables.by_ref().take(width).collect()))
            .collect();
        questions.sort_by_key(|(index, _)| *index);
        let questions = questions.into_iter().map(|(_, variables)| variables).collect();
        let kinds = guide.questions.iter().map(|question| {
            (question.kind, question.options.iter().map(|option| option.exclusive).collect())
        });
        Self { kinds: kinds.collect(), questions, set }
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
        // For each number of differences, those who have no more, a question at a time.
        let mut near = vec![self.all(); questions + 1];
        for index in (0..self.questions.len() as u16).map(QuestionIx) {
            let same = self.fixed(self.literals(index, somebody.get(index)));
            for count in (0..near.len()).rev() {
                let one_less = count.checked_sub(1).and_then(|less| near.get(less));
                let differs = one_less.map_or_else(|| self.none(), |less| less.and_not(&same));
                if let Some(slot) = near.get_mut(count) {
                    *slot = slot.and(&same).or(&differs);
                }
            }
        }
        near.last().map_or_else(|| self.none(), |near| near.and(people))
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

/// Where a question stands among the variables; one that is not listed comes last.
fn place(question: &str) -> usize {
    ORDER.lines().position(|listed| listed == question).unwrap_or(usize::MAX)
}

fn width(question: &Question) -> usize {
    let bits = |values: usize| (usize::BITS - values.leading_zeros()) as usize;
    match question.kind {
        Kind::Choices => question.options.len(),
        Kind::Choice => bits(question.options.len()),
        Kind::Scale { .. } => bits(usize::from(Question::SCALE_MAX) + 1),
    }
}
