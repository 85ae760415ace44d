"""What editors copy, as browsers hand it over, and what must become of it."""
# ruff: noqa: E501 - a clipboard has the lines that it has

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"
xmlns="http://www.w3.org/TR/REC-html40"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} @list l0 {mso-list-id:1;} --></style></head>
<body lang=RU style='tab-interval:35.4pt'><!--StartFragment-->
<h1><span lang=EN-US style='mso-ansi-language:EN-US'>Council<o:p></o:p></span></h1>
<p class=MsoNormal style='text-align:justify'><span style='font-family:"Times New Roman",serif'>The&nbsp;<b
style='mso-bidi-font-weight:normal'>ministers</b> met on 4<sup>th</sup> July<span style='mso-spacerun:yes'>&nbsp;&nbsp; </span>in
<i>Astana</i>.<o:p></o:p></span></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>&middot;<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>trade;<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp;&nbsp; </span></span><![endif]>rail;<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>&middot;<span>&nbsp; </span></span><![endif]>culture.<o:p></o:p></p>
<p class=MsoNormal>Then:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>second;</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>3.<span>&nbsp;</span></span>third.</p>
<p class=MsoNormal>And:</p>
<p class=MsoListParagraph style='mso-list:l2 level1 lfo3'><span style='mso-list:Ignore'>–<span>&nbsp;</span></span>с тире.</p>
<p class=MsoNormal><img width=100 height=50 src="file:///C:/Users/x/clip_image001.png"><v:shape id="x"></v:shape></p>
<p class=MsoNormal>See <a href="#_ftn1" name="_ftnref1">[1]</a> and <a href="https://example.org/">there</a>.</p>
<!--EndFragment--></body></html>"""
WORD_CLEAN = (
    "<h2>Council</h2><p>The&nbsp;<strong>ministers</strong> met on 4<sup>th</sup> July in <em>Astana</em>.</p>"
    "<ul><li>trade;<ul><li>rail;</li></ul></li><li>culture.</li></ul><p>Then:</p>"
    '<ol start="2"><li>second;</li><li>third.</li></ol><p>And:</p><ul class="dash"><li>с тире.</li></ul>'
    '<p>See [1] and <a href="https://example.org/">there</a>.</p>'
)

WORD_TABLE = """<html><body><!--StartFragment--><table class=MsoTableGrid border=1 cellspacing=0 style='border:none;mso-yfti-tbllook:1184'>
<tr style='mso-yfti-irow:0'><td width=200 colspan=2 valign=top style='width:5cm'><p class=MsoNormal align=center><b>Year<o:p></o:p></b></p></td></tr>
<tr><td><p class=MsoNormal>2001</p></td><td><p class=MsoNormal>six</p><p class=MsoNormal>states</p></td></tr>
</table><!--EndFragment--></body></html>"""
WORD_TABLE_CLEAN = (
    '<table><tbody><tr><td colspan="2"><strong>Year</strong></td></tr>'
    "<tr><td>2001</td><td><p>six</p><p>states</p></td></tr></tbody></table>"
)

DOCS = """<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1a2b">
<h1 dir="ltr" style="line-height:1.38"><span style="font-size:20pt;font-weight:400">Heading</span></h1>
<p dir="ltr" style="line-height:1.38"><span style="font-weight:700;font-family:Arial">Bold</span><span
style="font-weight:400"> and </span><span style="font-weight:400;font-style:italic">slanted</span><span> words, H</span><span
style="font-size:0.6em;vertical-align:sub">2</span><span>O, </span><a href="https://www.google.com/url?q=https://example.org/a%3Fb%3D1&amp;sa=D"
style="text-decoration:none"><span style="color:#1155cc;text-decoration:underline">a link</span></a></p><br>
<ul style="margin-top:0"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>one</span></p></li>
<ul><li aria-level="2"><p role="presentation"><span>inside</span></p></li></ul><li><p><span>two</span></p></li></ul>
<p><span><img src="https://lh7-rt.googleusercontent.com/docsz/x" width="100"></span></p></b><br class="Apple-interchange-newline">"""
DOCS_CLEAN = (
    "<h2>Heading</h2><p><strong>Bold</strong> and <em>slanted</em> words, H<sub>2</sub>O, "
    '<a href="https://example.org/a?b=1">a link</a></p><ul><li>one<ul><li>inside</li></ul></li><li>two</li></ul>'
)

LIBRE = """<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"/><title></title>
<meta name="generator" content="LibreOffice 7.4.7.2 (Linux)"/><style type="text/css">p { margin-bottom: 0.25cm }</style></head>
<body lang="ru-RU" link="#000080" dir="ltr"><h2 class="western">Заголовок</h2>
<p style="line-height: 100%; margin-bottom: 0cm"><font color="#c9211e"><font face="Liberation Serif, serif"><font size="3" style="font-size: 12pt"><b>Слова</b>
и&nbsp;<i>слова</i></font></font></font></p><p><br/>
</p><ol><li><p>первое</p></li><li><p>второе</p></li></ol>
<p><u>Черта</u> <strike>нет</strike> <sdfield type="PAGE">3</sdfield></p></body></html>"""
LIBRE_CLEAN = (
    "<h2>Заголовок</h2><p><strong>Слова</strong> и&nbsp;<em>слова</em></p>"
    "<ol><li>первое</li><li>второе</li></ol><p>Черта нет 3</p>"
)

WEB = """<html><body><!--StartFragment--><div class="article" style="box-sizing:border-box"><h1>Title</h1>
<div class="lead">First&nbsp;&nbsp;&nbsp; words.<br><br>After a break.<br>A line.</div><script>alert(1)</script>
<p onclick="alert(1)" style="color:red">A <a href="javascript:alert(1)">bad</a> and a <a href="//evil.example/x"
target="_blank" rel="noopener">strange</a> and a <a href="mailto:a@example.org">good</a> link.</p>
<figure><img src="https://example.org/x.jpg" srcset="y.jpg 2x" alt="x"><figcaption>Photo: somebody</figcaption></figure>
<blockquote class="q"><p>Said.</p></blockquote><p>&nbsp;</p><h5>Small</h5><iframe src="https://example.org"></iframe>
<button>Share</button></div><!--EndFragment--></body></html>"""
WEB_CLEAN = (
    "<h2>Title</h2><p>First words.</p><p>After a break.<br>A line.</p>"
    '<p>A bad and a strange and a <a href="mailto:a@example.org">good</a> link.</p><p>Photo: somebody</p>'
    "<blockquote><p>Said.</p></blockquote><h4>Small</h4>"
)

INLINE = (
    '<meta charset="utf-8"><span style="color: rgb(0, 0, 0); font-weight: 400;">a few <b>words</b></span>'
)

# Name, clipboard, the text that is made of it, the number of pictures that are left out.
CASES = [
    ("Word", WORD, WORD_CLEAN, 1),
    ("a table of Word", WORD_TABLE, WORD_TABLE_CLEAN, 0),
    ("Google Docs", DOCS, DOCS_CLEAN, 1),
    ("LibreOffice", LIBRE, LIBRE_CLEAN, 0),
    ("a web page", WEB, WEB_CLEAN, 1),
    ("a few words", INLINE, "<p>a few <strong>words</strong></p>", 0),
]
