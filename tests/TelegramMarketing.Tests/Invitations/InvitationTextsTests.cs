namespace TelegramMarketing.Tests.Invitations;

public sealed class InvitationTextsTests
{
    private readonly InvitationTexts _texts = new();

    [Theory]
    [InlineData("en")]
    [InlineData("IT")]
    [InlineData("es-MX")]
    [InlineData("ru")]
    [InlineData("ar-EG")]
    public void TryFind_BuiltInLanguageWhateverItsRegion_IsThere(string language) => _texts.TryFind(language, out _).Should().BeTrue();

    [Theory]
    [InlineData("de")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("-")]
    public void TryFind_NoText_IsFalse(string? language) => _texts.TryFind(language, out _).Should().BeFalse();

    [Fact]
    public void BuiltIn_AllTexts_ObeyTheirOwnRules()
    {
        foreach (var language in _texts.Languages)
        {
            var act = () => _texts[language] = _texts[language];
            act.Should().NotThrow();
        }
    }

    [Fact]
    public void Set_MandatoryPartsMissing_ListsAllOfThem()
    {
        var act = () => _texts["de"] = new()
        {
            Invitation = "Kommt zu {chanel}!",
            About = "",
            Welcome = "Hallo {link}",
            OpenChannel = new string('x', 65),
            OptedOut = "ok",
            UnknownLink = "ok",
        };

        act.Should().Throw<ArgumentException>().Which.Message.Should().ContainAll(
            "Invitation lacks {channel}", "Invitation lacks {about}", "Invitation lacks {link}", "Invitation lacks {optout}", "Invitation holds {chanel}",
            "About is empty", "Welcome lacks {channel}", "Welcome lacks {optout}", "Welcome holds {link}", "OpenChannel has 65");
        _texts.Languages.Should().NotContain("de");
    }

    [Fact]
    public void BuiltIn_ConsentQuestions_AreEachInTheirOwnLanguage()
    {
        var texts = _texts.Languages.Select(language => _texts[language]).ToList();

        texts.Select(text => text.ConsentQuestion).Should().OnlyHaveUniqueItems();
        texts.Select(text => text.ConsentYes).Should().OnlyHaveUniqueItems();
        texts.Select(text => text.ConsentNo).Should().OnlyHaveUniqueItems();
        texts.Select(text => text.ConsentDeclined).Should().OnlyHaveUniqueItems();
        texts.Select(text => text.RequestWaiting).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public void Set_TextFromBeforeThereWasAConsentQuestion_AsksInEnglish()
    {
        _texts["de"] = new()
        {
            Invitation = "{channel}: {about}. {link} {optout}",
            About = "Neues",
            Welcome = "{channel} {optout}",
            OpenChannel = "Kanal",
            OptedOut = "Gut.",
            UnknownLink = "Geht nicht.",
        };

        _texts["de"].ConsentQuestion.Should().Be(_texts["en"].ConsentQuestion);
        (_texts["de"].ConsentYes, _texts["de"].ConsentNo).Should().Be((_texts["en"].ConsentYes, _texts["en"].ConsentNo));
        (_texts["de"].ConsentDeclined, _texts["de"].RequestWaiting).Should().Be((_texts["en"].ConsentDeclined, _texts["en"].RequestWaiting));
    }

    [Fact]
    public void Set_ConsentQuestionWithoutItsMandatoryParts_ListsThem()
    {
        var act = () => _texts["en"] = _texts["en"] with { ConsentQuestion = "Well? {link}", ConsentYes = "", ConsentNo = "{channel}", ConsentDeclined = " ", RequestWaiting = "{about}" };

        act.Should().Throw<ArgumentException>().Which.Message.Should().ContainAll(
            "ConsentQuestion lacks {channel}", "ConsentQuestion lacks {about}", "ConsentQuestion lacks {optout}", "ConsentQuestion holds {link}",
            "ConsentYes is empty", "ConsentNo holds {channel}", "ConsentDeclined is empty", "RequestWaiting holds {about}");
    }

    [Fact]
    public void Set_RegionalText_GoesBeforeTheLanguages()
    {
        var mexican = _texts["es"] with { About = "lo más nuevo" };
        _texts["es-MX"] = mexican;

        _texts["es-mx"].Should().Be(mexican);
        _texts["es-AR"].Should().NotBe(mexican);
    }

    [Fact]
    public void Get_UnknownLanguage_SaysWhichThereAre()
    {
        var act = () => _texts["tlh"];

        act.Should().Throw<ArgumentException>().WithMessage("*ar, en, es, it, ru*InvitationOptions.Texts*");
    }
}
