using System.Text.Json;

namespace TelegramMarketing.Tests.Channels;

public sealed class PostReferenceTests
{
    [Theory]
    [InlineData("t.me/Durov/123")]
    [InlineData("https://t.me/Durov/123/")]
    [InlineData("https://telegram.me/durov/123?utm_source=x")]
    [InlineData("telegram.dog/durov/123")]
    [InlineData("t.me/s/durov/123")]
    [InlineData("durov.t.me/123")]
    [InlineData("tg://resolve?domain=durov&post=123")]
    [InlineData("https://t.me/durov/123?embed=1&mode=tme")]
    public void Parse_EveryPublicForm_IsTheSamePost(string text)
    {
        var post = PostReference.Parse(text);

        post.Should().Be(new PostReference(ChannelAddress.FromUsername("durov"), 123));
        post.IsSingle.Should().BeFalse();
        post.CommentId.Should().BeNull();
        post.ThreadId.Should().BeNull();
    }

    [Theory]
    [InlineData("https://t.me/c/1234567890/456")]
    [InlineData("tg://privatepost?channel=1234567890&post=456")]
    public void Parse_PrivateForms_GiveTheId(string text)
    {
        var post = PostReference.Parse(text);

        post.Channel.Id.Should().Be(-1001234567890);
        post.MessageId.Should().Be(456);
        post.PublicUrl.Should().BeNull();
        post.EmbedUrl.Should().BeNull();
        post.Link.Should().Be(new Uri("https://t.me/c/1234567890/456"));
        post.AppLink.OriginalString.Should().Be("tg://privatepost?channel=1234567890&post=456");
    }

    [Theory]
    [InlineData("t.me/durov/123?single", true, null, null)]
    [InlineData("t.me/durov/123?comment=5", false, 5, null)]
    [InlineData("t.me/durov/123?thread=7&single", true, null, 7)]
    [InlineData("t.me/durov/7/123", false, null, 7)]
    [InlineData("t.me/c/1234567890/7/123?comment=9", false, 9, 7)]
    [InlineData("tg://resolve?domain=durov&post=123&single&comment=5&thread=7", true, 5, 7)]
    [InlineData("t.me/durov/123?comment=abc", false, null, null)]
    public void Parse_WhatTheLinkSaysBeside_IsKeptButNotCompared(string text, bool isSingle, int? comment, int? thread)
    {
        var post = PostReference.Parse(text);

        post.MessageId.Should().Be(123);
        post.IsSingle.Should().Be(isSingle);
        post.CommentId.Should().Be(comment);
        post.ThreadId.Should().Be(thread);
        post.Should().Be(new PostReference(post.Channel, 123));
        post.GetHashCode().Should().Be(new PostReference(post.Channel, 123).GetHashCode());
    }

    [Theory]
    [InlineData("@durov", "*address of a channel*")]
    [InlineData("t.me/durov", "*address of a channel*")]
    [InlineData("t.me/durov/0", "*no address*")]
    [InlineData("t.me/durov/-5", "*no address*")]
    [InlineData("t.me/durov/99999999999", "*no address*")]
    [InlineData("t.me/+hash", "*invitation*")]
    [InlineData("tg://resolve?domain=durov&post=x", "*no address*")]
    [InlineData("tg://privatepost?channel=123", "*no address*")]
    [InlineData("t.me/c/0/1", "*no address*")]
    [InlineData("", "*empty*")]
    public void Parse_AnythingElse_SaysWhatItIs(string text, string expected)
    {
        var parse = () => PostReference.Parse(text);

        parse.Should().Throw<FormatException>().WithMessage(expected);
        PostReference.TryParse(text, out _).Should().BeFalse();
    }

    [Fact]
    public void Links_OfAPublicPost_AreTelegrams()
    {
        var post = new PostReference(ChannelAddress.FromUsername("Durov"), 123);

        post.PublicUrl.Should().Be(new Uri("https://t.me/Durov/123"));
        post.EmbedUrl.Should().Be(new Uri("https://t.me/Durov/123?embed=1"));
        post.AppLink.OriginalString.Should().Be("tg://resolve?domain=Durov&post=123");
        post.ToString().Should().Be("https://t.me/Durov/123");
        JsonSerializer.Deserialize<PostReference>(JsonSerializer.Serialize(post)).Should().Be(post);
    }

    [Fact]
    public void Constructor_MessageIdBelowOne_IsRefused()
    {
        var create = () => new PostReference(ChannelAddress.FromUsername("durov"), 0);
        create.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("messageId");
    }
}
